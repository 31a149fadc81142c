import { STATUSES, type Status } from '@datakube/contract';
import { extentsOf } from './extents.ts';
import type { Layout } from './layout.ts';

/** The statuses a reader can meet in the visible rows and columns, in the order of {@link STATUSES}. */
export function shownStatuses({ cellSet, swapped, measureColumns, rows, columns }: Layout): Status[] {
  let shown = 0;
  for (const measure of measureColumns) {
    const { rowStatuses, columnStatuses } = extentsOf(measure, cellSet.rows.length, cellSet.columns.length);
    const down = union(swapped ? columnStatuses : rowStatuses, rows.order);
    const across = union(swapped ? rowStatuses : columnStatuses, columns.order);
    shown |= down & across;
  }
  return STATUSES.filter((_, index) => shown & (1 << index));
}

function union(statuses: Uint8Array, order: Int32Array): number {
  let all = 0;
  for (let i = 0; i < order.length; i++) all |= statuses[order[i]!]!;
  return all;
}
