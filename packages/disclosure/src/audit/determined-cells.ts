import type { RandomStream } from '../secondary/random-stream.ts';
import type { Equations } from '../system/equations.ts';
import type { LinearSystem } from '../system/linear-system.ts';
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
  const determined = new Set<number>();
  for (const system of systems) {
    const rows = hiddenRows(system, equations, hidden);
    const vector = kernelVector(rows, prime, random);
    for (let column = 0; column < vector.length; column++) {
      if (vector[column] === 0) determined.add(rows.cells[column]!);
    }
  }
  return [...determined].sort((a, b) => a - b);
}
