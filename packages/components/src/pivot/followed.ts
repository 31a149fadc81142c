import type { AxisLayout, Layout } from './layout.ts';
import { isCell, type GridPosition } from './navigation.ts';
import { findTuple, tupleKey } from './node-key.ts';

/**
 * Where the members that head a place stand in another layout: sorted, folded, swapped or answered anew. What
 * is no longer there keeps its number, and a header stays a header.
 */
export function followed(from: Layout, to: Layout, at: GridPosition): GridPosition {
  const turned = from.swapped !== to.swapped;
  if (turned && !isCell(at)) return at;
  const { row } = at;
  const column = Math.floor(at.column / from.measures.length);
  const [toRow, toColumn] = turned
    ? [found(from.columns, to.rows, column), found(from.rows, to.columns, row)]
    : [found(from.rows, to.rows, row), found(from.columns, to.columns, column)];
  if (at.column < 0) return { row: toRow, column: at.column };
  const measure = to.measures.indexOf(from.measures[at.column % from.measures.length]!);
  return { row: toRow, column: toColumn * to.measures.length + Math.max(0, measure) };
}

function found(from: AxisLayout, to: AxisLayout, position: number): number {
  const tuple = from.order[position];
  if (tuple === undefined) return position;
  const there = to.axis === from.axis ? tuple : findTuple(to.axis, tupleKey(from.axis.tuples[tuple]!));
  const at = there < 0 ? -1 : to.order.indexOf(there);
  return at < 0 ? position : at;
}
