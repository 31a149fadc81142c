import { STATUSES, type Status, type Tuple } from '@datakube/contract';
import type { Layout } from './layout.ts';

/** Index in {@link STATUSES}, as the columns of a cell set hold it. */
export const STATUS = Object.fromEntries(STATUSES.map((status, index) => [status, index])) as Readonly<
  Record<Status, number>
>;

/** The index of a visible cell in the columns of its measure. */
export function cellIndex(layout: Layout, row: number, column: number): number {
  const position = (column / layout.measures.length) | 0;
  return layout.rows.order[row]! * layout.rowStride + layout.columns.order[position]! * layout.columnStride;
}

/** The measure of a visible column, as an index into `layout.measures`. */
export function measureIndex(layout: Layout, column: number): number {
  return column % layout.measures.length;
}

/** The value of a visible cell, `NaN` where its status carries no number. */
export function valueAt(layout: Layout, row: number, column: number): number {
  return layout.measureColumns[measureIndex(layout, column)]!.value[cellIndex(layout, row, column)]!;
}

/** The status of a visible cell. */
export function statusAt(layout: Layout, row: number, column: number): Status {
  return STATUSES[
    layout.measureColumns[measureIndex(layout, column)]!.status[cellIndex(layout, row, column)]!
  ]!;
}

/** The tuple that heads a visible row. */
export function rowTuple(layout: Layout, row: number): Tuple {
  return layout.rows.axis.tuples[layout.rows.order[row]!]!;
}

/** The tuple that heads a visible column. */
export function columnTuple(layout: Layout, column: number): Tuple {
  return layout.columns.axis.tuples[layout.columns.order[(column / layout.measures.length) | 0]!]!;
}
