import type { RandomStream } from '../secondary/random-stream.ts';
import type { Equations } from '../system/equations.ts';
import type { LinearSystem } from '../system/linear-system.ts';
import { eliminate } from './elimination.ts';
import { hiddenRows } from './hidden-rows.ts';
import { kernelVector } from './kernel-vector.ts';

/** Hidden cells that the published ones determine in at least one system, each once. */
export function determinedCells(
  systems: readonly LinearSystem[],
  equations: Equations,
  hidden: Uint8Array,
  prime: number,
  random: RandomStream,
): number[] {
  const determined = new Uint8Array(hidden.length);
  for (const system of systems) {
    const rows = hiddenRows(system, equations, hidden);
    const vector = kernelVector(eliminate(rows, prime), random);
    for (let column = 0; column < vector.length; column++) {
      if (vector[column] === 0) determined[rows.cells[column]!] = 1;
    }
  }
  const cells: number[] = [];
  for (let cell = 0; cell < determined.length; cell++) if (determined[cell] === 1) cells.push(cell);
  return cells;
}
