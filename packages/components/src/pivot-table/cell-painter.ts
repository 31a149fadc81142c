import { carriesNumber, STATUSES } from '@datakube/contract';
import { cellName } from '../pivot/cell-words.ts';
import { BREAK, GROUP, SELECTED, STATUS_BITS, SUM, type ColumnLook } from './column-look.ts';
import type { Frame } from './frame.ts';

/** A cell's element and what it shows, so that only a change is written. */
export interface CellSlot {
  readonly element: HTMLElement;
  readonly text: Text;
  look: number;
  named: boolean;
  index: number;
}

const hasNumber = STATUSES.map((status) => carriesNumber(status));
const PUBLISHED = STATUSES.indexOf('published');
const classNames = Array.from({ length: 128 }, (_, look) => className(look));

/** The slot of a new cell's element. `index` is what its `aria-colindex` says, −1 where it has none yet. */
export function cellSlot(element: HTMLElement, index = -1): CellSlot {
  return { element, text: element.firstChild as Text, look: 0, named: false, index };
}

/** Tells a cell which column it is in, after so many columns of row headers. */
export function placeCell(cell: CellSlot, stubs: number, column: number): void {
  const index = stubs + column + 1;
  if (index !== cell.index) cell.element.setAttribute('aria-colindex', String((cell.index = index)));
}

/** Writes a cell: its number, or the mark for why there is none. What is not a plain number is named in words. */
export function paintCell(
  frame: Frame,
  cell: CellSlot,
  row: number,
  column: number,
  look: ColumnLook,
  selected: boolean,
): void {
  const { layout, words } = frame;
  const i = column - look.window.first;
  const m = look.measure[i]!;
  const measure = layout.measureColumns[m]!;
  const index = layout.rows.order[row]! * layout.rowStride + look.base[i]!;
  const status = measure.status[index]!;
  const number = hasNumber[status];
  cell.text.data = number ? words.formats[m]!.format(measure.value[index]!) : words.marks[status]!;
  const named = status !== PUBLISHED;
  if (named) cell.element.setAttribute('aria-label', cellName(layout, row, column, words.spoken));
  else if (cell.named) cell.element.removeAttribute('aria-label');
  cell.named = named;
  applyLook(cell, status | look.bits[i]! | (selected ? SELECTED : 0));
}

/** Shows a cell as selected, or not any more. */
export function selectCell(cell: CellSlot, selected: boolean): void {
  applyLook(cell, selected ? cell.look | SELECTED : cell.look & ~SELECTED);
}

function applyLook(cell: CellSlot, look: number): void {
  if (look === cell.look) return;
  cell.element.className = classNames[look]!;
  if ((look ^ cell.look) & SELECTED) {
    if (look & SELECTED) cell.element.setAttribute('aria-selected', 'true');
    else cell.element.removeAttribute('aria-selected');
  }
  cell.look = look;
}

function className(look: number): string {
  const status = STATUSES[look & STATUS_BITS];
  const classes = ['cell'];
  if (status !== undefined && status !== 'published') classes.push(status);
  if (look & SUM) classes.push('sum');
  if (look & GROUP) classes.push('group-start');
  if (look & SELECTED) classes.push('selected');
  if (look & BREAK) classes.push('break');
  return classes.join(' ');
}

/** A cell without content. */
export function cellElement(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'cell';
  element.tabIndex = -1;
  element.setAttribute('role', 'gridcell');
  element.setAttribute('part', 'cell');
  element.append(document.createTextNode(''));
  return element;
}
