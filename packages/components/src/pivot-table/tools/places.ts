import type { TupleEntry } from '@datakube/contract';
import { entryOf, standsAlone } from '../../pivot/axis.ts';
import { columnTuple, rowTuple } from '../../pivot/cell.ts';
import { headerCellAt } from '../../pivot/header.ts';
import type { Layout } from '../../pivot/layout.ts';
import { isCell, stubCount, type GridPosition } from '../../pivot/navigation.ts';
import { selectedRows, selectedColumns, type Selection } from '../../pivot/selection.ts';

/**
 * The members a place is about, those that lead on first: the one in a header; the innermost of the row and of
 * the column for a cell. Totals, and what a choice of the greatest leaves out, are not members.
 */
export function membersAt(layout: Layout, at: GridPosition): readonly TupleEntry[] {
  const entries = isCell(at)
    ? [rowTuple(layout, at.row).at(-1), columnTuple(layout, at.column).at(-1)]
    : [headerEntry(layout, at)];
  return entries.filter((entry) => entry !== undefined && !standsAlone(entry)) as TupleEntry[];
}

/** The dimension of a header, or of the row headers below a corner; undefined for the row of measures. */
export function dimensionAt(layout: Layout, { row, column }: GridPosition): string | undefined {
  if (column < 0) return layout.rows.axis.dimensions[column + stubCount(layout)]?.dimension;
  if (row >= 0) return undefined;
  const { dimension } = layout.header[headerCellAt(layout.header, row + layout.header.length, column).row]!;
  return layout.columns.axis.dimensions[dimension]?.dimension;
}

/**
 * The members of the same dimension and level that are selected together with one, in order; that one alone
 * where it is outside the selection.
 */
export function alongWith(
  layout: Layout,
  entry: TupleEntry,
  selection: Selection | null,
): readonly TupleEntry[] {
  if (!selection) return [entry];
  const { first, end } = selectedRows(selection);
  const columns = selectedColumns(selection);
  const found = new Map<string, TupleEntry>();
  const take = (tuple: readonly TupleEntry[]): void => {
    for (const other of tuple)
      if (other.dimension === entry.dimension && other.level === entry.level && !standsAlone(other))
        found.set(other.code, other);
  };
  for (let row = first; row < end; row++) take(rowTuple(layout, row));
  for (let column = columns.first; column < columns.end; column++) take(columnTuple(layout, column));
  return found.has(entry.code) ? [...found.values()] : [entry];
}

function headerEntry(layout: Layout, { row, column }: GridPosition): TupleEntry | undefined {
  if (row >= 0) return rowTuple(layout, row)[column + stubCount(layout)];
  if (column < 0) return undefined;
  const cell = headerCellAt(layout.header, row + layout.header.length, column);
  const { dimension, node } = layout.header[cell.row]!;
  return dimension < 0
    ? columnTuple(layout, column).at(-1)
    : entryOf(layout.columns.axis, dimension, node[cell.index]!);
}
