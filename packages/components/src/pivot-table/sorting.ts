import { columnTuple, measureIndex } from '../pivot/cell.ts';
import { headerCellAt } from '../pivot/header.ts';
import type { Layout, Sort } from '../pivot/layout.ts';
import type { GridPosition } from '../pivot/navigation.ts';
import { tupleKey } from '../pivot/node-key.ts';
import type { Direction } from '../pivot/ranking.ts';

/** The sorting by a column, or by name over the row headers, in a direction. */
export function sortBy(layout: Layout, column: number, direction: Direction): Sort {
  if (column < 0) return { by: 'name', direction };
  return {
    by: 'value',
    direction,
    column: tupleKey(columnTuple(layout, column)),
    measure: layout.measures[measureIndex(layout, column)]!,
  };
}

/** The direction in which the rows are sorted by a column, or by name; null where they are not. */
export function sortedBy(layout: Layout, column: number): Direction | null {
  const { sort } = layout;
  if (!sort || column < 0 !== (sort.by === 'name')) return null;
  const same = sortBy(layout, column, sort.direction);
  const here =
    same.by === 'name' ||
    (sort.by === 'value' && sort.column === same.column && sort.measure === same.measure);
  return here ? sort.direction : null;
}

/** True where a header stands directly above its column, or over the row headers: it sorts the rows. */
export function canSort({ header }: Layout, { row, column }: GridPosition): boolean {
  if (row >= 0 || column < 0) return row < 0;
  const cell = headerCellAt(header, row + header.length, column);
  return cell.row + header[cell.row]!.rows[cell.index]! === header.length;
}

/**
 * The sorting a header asks for when it is pressed: first the most useful direction, then the other, then
 * the order of the code lists again. Names begin at A, values at the greatest.
 *
 * @returns undefined where the header does not sort
 */
export function nextSort(layout: Layout, at: GridPosition): Sort | null | undefined {
  if (!canSort(layout, at)) return undefined;
  const [first, second]: readonly Direction[] =
    at.column < 0 ? ['ascending', 'descending'] : ['descending', 'ascending'];
  const present = sortedBy(layout, at.column);
  if (present === second) return null;
  return sortBy(layout, at.column, present ? second! : first!);
}
