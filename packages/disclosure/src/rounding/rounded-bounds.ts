import type { Equations, RowsOfCell } from '../system/equations.ts';

/** The least and the most each cell can be. */
export interface CellBounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** How often a row is looked at; the bounds are valid whenever one stops. */
const VISITS = 100;

/**
 * What somebody finds out about cells of which he knows ranges, and that they add up: in every row the rest
 * leaves each cell only so much room. Repeated until nothing changes. Every bound found is one he has proven; a
 * linear program could prove narrower ones, over several rows at once.
 *
 * @param holds 1 for the rows that hold for the measure
 * @param bounds what is known of each cell by itself; narrowed in place
 */
export function narrowRanges(
  { rows, start, cell }: Equations,
  rowsOf: RowsOfCell,
  holds: Uint8Array,
  bounds: CellBounds,
): void {
  const queued = holds.slice();
  const visits = new Uint8Array(rows);
  const queue: number[] = [];
  for (let row = 0; row < rows; row++) if (holds[row]) queue.push(row);
  for (let next = 0; next < queue.length; next++) {
    const row = queue[next]!;
    queued[row] = 0;
    if (visits[row]! >= VISITS) continue;
    visits[row]!++;
    narrowRow(cell, start[row]!, start[row + 1]!, bounds, (changed) => {
      for (let at = rowsOf.start[changed]!; at < rowsOf.start[changed + 1]!; at++) {
        const touched = rowsOf.row[at]!;
        if (queued[touched] || !holds[touched]) continue;
        queued[touched] = 1;
        queue.push(touched);
      }
    });
  }
}

/** One row, its first cell the sum of the others. What changes puts the row back into the queue too. */
function narrowRow(
  cell: Int32Array,
  from: number,
  to: number,
  { low, high }: CellBounds,
  onChange: (cell: number) => void,
): void {
  let least = 0;
  let most = 0;
  let endless = 0;
  for (let at = from + 1; at < to; at++) {
    least += low[cell[at]!]!;
    if (high[cell[at]!] === Infinity) endless++;
    else most += high[cell[at]!]!;
  }
  const whole = cell[from]!;
  const roofOfWhole = endless > 0 ? Infinity : most;
  if (least > low[whole]! || roofOfWhole < high[whole]!) {
    low[whole] = Math.max(low[whole]!, least);
    high[whole] = Math.min(high[whole]!, roofOfWhole);
    onChange(whole);
  }
  const [floorOfAll, roofOfAll] = [low[whole]!, high[whole]!];
  for (let at = from + 1; at < to; at++) {
    const part = cell[at]!;
    const [lowest, highest] = [low[part]!, high[part]!];
    const others = highest === Infinity ? endless - 1 : endless;
    const mostOfOthers = others > 0 ? Infinity : highest === Infinity ? most : most - highest;
    const floor = floorOfAll - mostOfOthers;
    const roof = roofOfAll - (least - lowest);
    if (floor <= lowest && roof >= highest) continue;
    // The sums of the row stay those of before: valid still, and the row comes again.
    low[part] = Math.max(lowest, floor);
    high[part] = Math.min(highest, roof);
    onChange(part);
  }
}
