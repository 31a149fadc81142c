import type { Equations } from '../system/equations.ts';
import type { LinearSystem } from '../system/linear-system.ts';

/**
 * What is left of a system when everything published is known: homogeneous rows over the hidden cells.
 * Column j stands for cell `cells[j]`; the first entry of an original row has coefficient +1, the others −1.
 */
export interface HiddenRows {
  readonly rows: number;
  readonly cells: Int32Array;
  /** Row r holds the entries from `start[r]` up to `start[r + 1]`. */
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly sign: Int8Array;
}

/**
 * Restricts a system to its hidden cells. Rows without any are left out, and so are rows that follow from
 * the others: what the rest determines is the same.
 */
export function hiddenRows(
  { independent }: LinearSystem,
  equations: Equations,
  hidden: Uint8Array,
): HiddenRows {
  const size = hiddenEntries(independent, equations, hidden);
  const start = new Int32Array(size.rows + 1);
  const column = new Int32Array(size.entries);
  const sign = new Int8Array(size.entries);
  const columnOf = new Int32Array(hidden.length).fill(-1);
  const cells = new Int32Array(hidden.length);
  let columns = 0;
  let entry = 0;
  let rows = 0;
  for (let i = 0; i < independent.length; i++) {
    const first = equations.start[independent[i]!]!;
    const end = equations.start[independent[i]! + 1]!;
    for (let at = first; at < end; at++) {
      const cell = equations.cell[at]!;
      if (hidden[cell] === 0) continue;
      if (columnOf[cell]! < 0) {
        columnOf[cell] = columns;
        cells[columns++] = cell;
      }
      column[entry] = columnOf[cell]!;
      sign[entry++] = at === first ? 1 : -1;
    }
    if (entry > start[rows]!) start[++rows] = entry;
  }
  return { rows, cells: cells.slice(0, columns), start, column, sign };
}

function hiddenEntries(
  rows: Int32Array,
  equations: Equations,
  hidden: Uint8Array,
): { readonly rows: number; readonly entries: number } {
  let entries = 0;
  let some = 0;
  for (let i = 0; i < rows.length; i++) {
    const before = entries;
    const end = equations.start[rows[i]! + 1]!;
    for (let at = equations.start[rows[i]!]!; at < end; at++) entries += hidden[equations.cell[at]!]!;
    if (entries > before) some++;
  }
  return { rows: some, entries };
}
