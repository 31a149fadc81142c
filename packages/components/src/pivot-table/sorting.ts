import { columnTuple, measureIndex } from '../pivot/cell.ts';
import { headerCellAt } from '../pivot/header.ts';
import type { Layout, Sort } from '../pivot/layout.ts';
import type { GridPosition } from '../pivot/navigation.ts';
import { tupleKey } from '../pivot/node-key.ts';

/**
 * The sorting a header asks for when it is pressed: first the most useful direction, then the other, then
 * the order of the code lists again. Names begin at A, values at the greatest.
 *
 * @returns undefined where the header does not sort
 */
export function nextSort(layout: Layout, { row, column }: GridPosition): Sort | null | undefined {
  if (column < 0) {
    const direction = layout.sort?.by === 'name' ? layout.sort.direction : null;
    if (direction === 'descending') return null;
    return { by: 'name', direction: direction ? 'descending' : 'ascending' };
  }
  const cell = headerCellAt(layout.header, row + layout.header.length, column);
  if (cell.row + layout.header[cell.row]!.rows[cell.index]! < layout.header.length) return undefined;
  const by = {
    column: tupleKey(columnTuple(layout, column)),
    measure: layout.measures[measureIndex(layout, column)]!,
  };
  const current =
    layout.sort?.by === 'value' && layout.sort.column === by.column && layout.sort.measure === by.measure;
  if (!current) return { by: 'value', direction: 'descending', ...by };
  return layout.sort.direction === 'descending' ? { by: 'value', direction: 'ascending', ...by } : null;
}
