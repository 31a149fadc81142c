import { STATUSES, type MeasureColumns, type Status } from '@datakube/contract';
import { extentsOf, rangeOf } from './extents.ts';
import type { AxisLayout, Layout } from './layout.ts';

/** The statuses a reader can meet in the visible rows and columns, in the order of {@link STATUSES}. */
export function shownStatuses(layout: Layout): Status[] {
  const everything = showsAll(layout.rows) && showsAll(layout.columns);
  let shown = 0;
  for (const measure of layout.measureColumns) {
    shown |= everything ? rangeOf(measure).statuses : statusesAcross(layout, measure);
  }
  return STATUSES.filter((_, index) => shown & (1 << index));
}

function showsAll({ axis, order }: AxisLayout): boolean {
  return order.length === axis.tuples.length;
}

/** Statuses that occur both in a visible row and in a visible column. */
function statusesAcross({ cellSet, swapped, rows, columns }: Layout, measure: MeasureColumns): number {
  const { rowStatuses, columnStatuses } = extentsOf(measure, cellSet.rows.length, cellSet.columns.length);
  const down = union(swapped ? columnStatuses : rowStatuses, rows.order);
  const across = union(swapped ? rowStatuses : columnStatuses, columns.order);
  return down & across;
}

function union(statuses: Uint8Array, order: Int32Array): number {
  let all = 0;
  for (let i = 0; i < order.length; i++) all |= statuses[order[i]!]!;
  return all;
}
