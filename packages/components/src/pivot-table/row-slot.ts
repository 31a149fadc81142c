import type { Range } from '../pivot/window.ts';
import { cellElement, cellSlot, placeCell, type CellSlot } from './cell-painter.ts';
import { rowHeaderElement, rowHeaderSlot, type RowHeaderSlot } from './row-header-painter.ts';

/** A row of the window: its element, the headers and cells in it, and which columns those show. */
export interface RowSlot {
  readonly element: HTMLElement;
  readonly headers: readonly RowHeaderSlot[];
  readonly cells: CellSlot[];
  columns: Range;
}

/** A row without content. Copying it whole costs a fraction of making each of its cells. */
export interface RowPrototype {
  readonly element: HTMLElement;
  /** How many row headers it has. */
  readonly stubs: number;
  readonly columns: Range;
}

export function rowPrototype(stubs: number, columns: Range): RowPrototype {
  const element = document.createElement('div');
  element.setAttribute('role', 'row');
  element.setAttribute('part', 'row');
  for (let d = 0; d < stubs; d++) element.append(rowHeaderElement(d, d === stubs - 1));
  for (let column = columns.first; column < columns.end; column++) {
    const cell = cellSlot(cellElement());
    placeCell(cell, stubs, column);
    element.append(cell.element);
  }
  return { element, stubs, columns };
}

export function createRow({ element: prototype, stubs, columns }: RowPrototype): RowSlot {
  const element = prototype.cloneNode(true) as HTMLElement;
  const headers: RowHeaderSlot[] = [];
  const cells: CellSlot[] = [];
  let child = element.firstElementChild as HTMLElement | null;
  for (let d = 0; child; d++, child = child.nextElementSibling as HTMLElement | null) {
    if (d < stubs) headers.push(rowHeaderSlot(child));
    else cells.push(cellSlot(child, stubs + columns.first + cells.length + 1));
  }
  return { element, headers, cells, columns };
}
