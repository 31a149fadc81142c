import { headerCellAt } from './header.ts';
import type { Layout } from './layout.ts';

/**
 * A place in the grid. Cells count from (0, 0); the rows of the column header lie at −1, −2, … upwards,
 * the row headers at −1, −2, … towards the start of the line.
 */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

/** What a key asks for, apart from which key it is. */
export type Move =
  'left' | 'right' | 'up' | 'down' | 'row-start' | 'row-end' | 'first' | 'last' | 'page-up' | 'page-down';

/** Number of columns that head the rows: one for each dimension, and one where there is no dimension. */
export function stubCount(layout: Layout): number {
  return Math.max(1, layout.rows.axis.dimensions.length);
}

/**
 * Where a move leads. It stops at the edges and never wraps; `first` and `last` mean the whole data, not
 * what happens to be drawn. A header cell that spans several columns or rows is passed in one step.
 *
 * @param page rows moved by a page key: one viewport less one row
 */
export function moved(layout: Layout, from: GridPosition, move: Move, page: number): GridPosition {
  const { row, column } = from;
  switch (move) {
    case 'left':
      return within(layout, { row, column: startOf(layout, from) - 1 });
    case 'right':
      return within(layout, { row, column: endOf(layout, from) });
    case 'up':
      return within(layout, { row: topOf(layout, from) - 1, column });
    case 'down':
      return within(layout, { row: bottomOf(layout, from), column });
    case 'row-start':
      return { row, column: -stubCount(layout) };
    case 'row-end':
      return { row, column: layout.columnCount - 1 };
    case 'first':
      return { row: 0, column: 0 };
    case 'last':
      return { row: layout.rowCount - 1, column: layout.columnCount - 1 };
    case 'page-up':
      return within(layout, { row: row < 0 ? row : Math.max(0, row - page), column });
    case 'page-down':
      return within(layout, { row: Math.max(0, row) + page, column });
  }
}

/** The nearest place that exists, for when the table has become smaller. */
export function within(layout: Layout, { row, column }: GridPosition): GridPosition {
  return {
    row: clamp(row, -layout.header.length, layout.rowCount - 1),
    column: clamp(column, -stubCount(layout), layout.columnCount - 1),
  };
}

/** The first and the last column under a place: all that its header spans, and every column under a row header. */
export function columnsAt(layout: Layout, { row, column }: GridPosition): readonly [number, number] {
  if (column < 0) return [0, layout.columnCount - 1];
  if (row >= 0) return [column, column];
  const { start, end } = spanAt(layout, row, column);
  return [start, end - 1];
}

/** True where the place is a cell with a value, not a header. */
export function isCell({ row, column }: GridPosition): boolean {
  return row >= 0 && column >= 0;
}

function startOf(layout: Layout, { row, column }: GridPosition): number {
  return row < 0 && column >= 0 ? spanAt(layout, row, column).start : column;
}

function endOf(layout: Layout, { row, column }: GridPosition): number {
  return row < 0 && column >= 0 ? spanAt(layout, row, column).end : column + 1;
}

function topOf(layout: Layout, { row, column }: GridPosition): number {
  if (row >= 0) return row;
  return column < 0 ? -layout.header.length : spanAt(layout, row, column).top;
}

function bottomOf(layout: Layout, { row, column }: GridPosition): number {
  if (row >= 0) return row + 1;
  return column < 0 ? 0 : spanAt(layout, row, column).bottom;
}

function spanAt(
  layout: Layout,
  row: number,
  column: number,
): { start: number; end: number; top: number; bottom: number } {
  const height = layout.header.length;
  const cell = headerCellAt(layout.header, row + height, column);
  const { start, end, rows } = layout.header[cell.row]!;
  const top = cell.row - height;
  return { start: start[cell.index]!, end: end[cell.index]!, top, bottom: top + rows[cell.index]! };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
