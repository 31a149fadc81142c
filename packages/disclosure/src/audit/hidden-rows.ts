import type { Equations } from '../system/equations.ts';
import type { LinearSystem } from '../system/linear-system.ts';

/**
 * What is left of a system when everything published is known: homogeneous rows over the hidden cells.
 * Column j stands for cell `cells[j]`; the first entry of an original row has coefficient +1, the others −1.
 */
export interface HiddenRows {
  readonly cells: Int32Array;
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly sign: Int8Array;
}

/** Restricts a system to its hidden cells. Rows without any are left out. */
export function hiddenRows(system: LinearSystem, equations: Equations, hidden: Uint8Array): HiddenRows {
  const columnOf = new Int32Array(hidden.length).fill(-1);
  const start = new Int32Array(system.rows.length + 1);
  let entries = 0;
  let rows = 0;
  let columns = 0;
  for (const row of system.rows) {
    const first = entries;
    for (let at = equations.start[row]!; at < equations.start[row + 1]!; at++)
      entries += hidden[equations.cell[at]!]!;
    if (entries > first) start[++rows] = entries;
  }
  const column = new Int32Array(entries);
  const sign = new Int8Array(entries);
  const cells = new Int32Array(hidden.length);
  let entry = 0;
  for (const row of system.rows) {
    const first = equations.start[row]!;
    for (let at = first; at < equations.start[row + 1]!; at++) {
      const cell = equations.cell[at]!;
      if (!hidden[cell]) continue;
      if (columnOf[cell]! < 0) {
        columnOf[cell] = columns;
        cells[columns++] = cell;
      }
      column[entry] = columnOf[cell]!;
      sign[entry++] = at === first ? 1 : -1;
    }
  }
  return { cells: cells.slice(0, columns), start: start.slice(0, rows + 1), column, sign };
}
