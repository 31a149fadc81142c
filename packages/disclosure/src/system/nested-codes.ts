import { isPrimary, type ThresholdRule } from '../primary/primary-cells.ts';
import type { Equations } from './equations.ts';
import type { Inequalities } from './inequalities.ts';

/**
 * Groups of persons between nested codes that are too small to be known: each counts as a cell of its own
 * that is always hidden. `whole = narrower + group`, or `whole = parts − group`.
 *
 * @param cells number of joint cells; groups are numbered after them
 * @returns one row per group, which stands last
 */
export function nestedCodes(all: Inequalities, cells: number, rule: ThresholdRule): Equations {
  const cell: number[] = [];
  const start = [0];
  const along: number[] = [];
  for (let row = 0; row < all.rows; row++) {
    if (!isPrimary(all.slack[row]!, rule)) continue;
    cell.push(...all.cell.subarray(all.start[row], all.start[row + 1]), cells + along.length);
    start.push(cell.length);
    along.push(all.along[row]!);
  }
  return {
    rows: along.length,
    start: Int32Array.from(start),
    cell: Int32Array.from(cell),
    along: Uint8Array.from(along),
    crossing: new Int32Array(along.length),
  };
}
