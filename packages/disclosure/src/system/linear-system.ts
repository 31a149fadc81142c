import type { RawMeasure } from '../table/raw-release.ts';
import type { Equations } from './equations.ts';
import { independentRows } from './independent-rows.ts';

/**
 * The equations that hold for all measures with the same additivity. The attacker knows one such system
 * for persons and others for events and sums; a pattern must be safe in every one.
 */
export interface LinearSystem {
  readonly measures: readonly string[];
  readonly adds: readonly boolean[];
  /** Rows of the joint equations that hold here. */
  readonly rows: Int32Array;
  /** Some of the rows, from which all others follow: enough for everything that is a matter of rank. */
  readonly independent: Int32Array;
}

/**
 * One system per additivity signature of the measures that can be hidden.
 *
 * @param additive the additive relations
 * @param joint additive relations followed by nested codes, which hold where the measure does not add up
 */
export function linearSystems(
  measures: readonly RawMeasure[],
  additive: Equations,
  joint: Equations,
): LinearSystem[] {
  const bySignature = new Map<string, RawMeasure[]>();
  for (const measure of measures) {
    if (measure.kind === 'public') continue;
    const signature = measure.additiveOver.map(Number).join('');
    bySignature.set(signature, [...(bySignature.get(signature) ?? []), measure]);
  }
  return [...bySignature.values()].map((alike) => {
    const adds = alike[0]!.additiveOver;
    const rows = rowsThatHold(adds, additive.rows, joint);
    return {
      measures: alike.map(({ id }) => id),
      adds,
      rows,
      independent: independentRows(joint, rows, adds),
    };
  });
}

function rowsThatHold(adds: readonly boolean[], additive: number, joint: Equations): Int32Array {
  const rows = new Int32Array(joint.rows);
  let count = 0;
  for (let row = 0; row < joint.rows; row++)
    if (adds[joint.along[row]!] === row < additive) rows[count++] = row;
  return rows.slice(0, count);
}

/** Puts the rows of one set of equations after those of another. */
export function joinEquations(first: Equations, second: Equations): Equations {
  const start = new Int32Array(first.rows + second.rows + 1);
  start.set(first.start);
  for (let row = 1; row <= second.rows; row++)
    start[first.rows + row] = first.cell.length + second.start[row]!;
  const cell = new Int32Array(first.cell.length + second.cell.length);
  cell.set(first.cell);
  cell.set(second.cell, first.cell.length);
  const along = new Uint8Array(first.rows + second.rows);
  along.set(first.along);
  along.set(second.along, first.rows);
  const crossing = new Int32Array(first.rows + second.rows);
  crossing.set(first.crossing);
  crossing.set(second.crossing, first.rows);
  return { rows: first.rows + second.rows, start, cell, along, crossing };
}
