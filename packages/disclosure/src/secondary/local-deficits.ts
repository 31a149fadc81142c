import type { Equations, RowsOfCell } from '../system/equations.ts';
import type { Pattern } from './pattern.ts';

/** A cell that leaves further rows with a single hidden cell is that much dearer. */
const PRICE_OF_NEW_DEFICIT = 0.5;

/**
 * Gives every row with exactly one hidden cell a second one: the cheapest that may be hidden.
 * Near linear; leaves the few cells that only a combination of rows determines.
 */
export function fillLocalDeficits(equations: Equations, rowsOfCell: RowsOfCell, pattern: Pattern): void {
  const { hidden, cost } = pattern;
  const hiddenIn = new Int32Array(equations.rows);
  for (let row = 0; row < equations.rows; row++) {
    for (let at = equations.start[row]!; at < equations.start[row + 1]!; at++)
      hiddenIn[row]! += hidden[equations.cell[at]!]!;
  }
  const queue: number[] = [];
  for (let row = 0; row < equations.rows; row++) if (hiddenIn[row] === 1) queue.push(row);

  const price = (cell: number): number => {
    if (cost[cell] === Infinity) return Infinity;
    let deficits = 0;
    for (let at = rowsOfCell.start[cell]!; at < rowsOfCell.start[cell + 1]!; at++) {
      if (hiddenIn[rowsOfCell.row[at]!] === 0) deficits++;
    }
    return cost[cell]! * (1 + PRICE_OF_NEW_DEFICIT * deficits);
  };

  for (let next = 0; next < queue.length; next++) {
    const row = queue[next]!;
    if (hiddenIn[row] !== 1) continue;
    let best = -1;
    let least = Infinity;
    for (let at = equations.start[row]!; at < equations.start[row + 1]!; at++) {
      const cell = equations.cell[at]!;
      if (hidden[cell]) continue;
      const asked = price(cell);
      if (asked < least) {
        least = asked;
        best = cell;
      }
    }
    if (best < 0) continue;
    hidden[best] = 1;
    for (let at = rowsOfCell.start[best]!; at < rowsOfCell.start[best + 1]!; at++) {
      const touched = rowsOfCell.row[at]!;
      if (++hiddenIn[touched]! === 1) queue.push(touched);
    }
  }
}
