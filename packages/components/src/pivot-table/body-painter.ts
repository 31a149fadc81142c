import { stubCount, type GridPosition } from '../pivot/navigation.ts';
import type { Range } from '../pivot/window.ts';
import { cellElement, cellSlot, paintCell, placeCell, selectCell } from './cell-painter.ts';
import { columnLook, type ColumnLook } from './column-look.ts';
import type { Frame } from './frame.ts';
import { recycle } from './recycle.ts';
import { paintRowHeaders } from './row-header-painter.ts';
import { createRow, rowPrototype, type RowPrototype, type RowSlot } from './row-slot.ts';

/** A block of selected cells. */
export interface SelectedBlock {
  readonly rows: Range;
  readonly columns: Range;
}

const nothing: Range = { first: 0, end: 0 };

/**
 * Draws the rows of the window, and only those. Elements are reused as the window moves, and a cell that
 * stays in it is not touched.
 */
export class BodyPainter {
  readonly #body: HTMLElement;
  readonly #slots: RowSlot[] = [];
  #rows = nothing;
  #columns = nothing;
  #stubs = 0;
  #prototype: RowPrototype | undefined;
  #tracks = '';
  #annotated = '';
  /** The row that shows the labels of its group whether or not the row above has them too. */
  #labelled: HTMLElement | undefined;

  constructor(body: HTMLElement) {
    this.#body = body;
  }

  /** Draws a window. `everything` when the frame is another than last time. */
  paint(
    frame: Frame,
    rows: Range,
    columns: Range,
    selected: SelectedBlock | null,
    everything: boolean,
  ): void {
    const stubs = stubCount(frame.layout);
    const annotations = frame.annotations?.cells;
    const annotated = annotations?.kind ?? '';
    if (stubs !== this.#stubs || annotated !== this.#annotated) this.#clear(stubs);
    this.#annotated = annotated;
    const freshRows = this.#moveRows(rows, columns);
    this.#setTracks(frame, columns);
    const look = columnLook(frame, columns);
    this.#slots.forEach((slot, i) => {
      const row = rows.first + i;
      const fresh = everything || freshRows.some((range) => isIn(range, row));
      const freshColumns = this.#moveColumns(slot, columns);
      for (const { first, end } of everything ? [columns] : freshColumns) {
        for (let column = first; column < end; column++)
          placeCell(slot.cells[column - columns.first]!, stubs, column);
      }
      if (fresh) paintRow(frame, slot, row);
      for (const range of fresh ? [columns] : freshColumns) {
        paintCells(frame, slot, row, range, look, selected);
        annotations?.paint(frame, slot.cells, row, range, look);
      }
    });
    this.#rows = rows;
    this.#columns = columns;
  }

  /** Shows another selection without drawing anything else. */
  select(selected: SelectedBlock | null): void {
    this.#slots.forEach(({ cells }, i) =>
      cells.forEach((cell, j) =>
        selectCell(cell, isSelected(selected, this.#rows.first + i, this.#columns.first + j)),
      ),
    );
  }

  /** Keeps the labels of outer members in sight: each stands in the first row that shows of its group. */
  showGroupLabels(firstVisibleRow: number): void {
    if (this.#stubs < 2) return;
    const first = this.#slots[firstVisibleRow - this.#rows.first]?.element;
    if (this.#labelled !== first) this.#labelled?.classList.remove('first');
    first?.classList.add('first');
    this.#labelled = first;
  }

  /** The element at a place in the body, or null where it is outside the window. */
  elementAt({ row, column }: GridPosition): HTMLElement | null {
    const slot = this.#slots[row - this.#rows.first];
    if (!slot) return null;
    const { element } =
      (column < 0 ? slot.headers[column + this.#stubs] : slot.cells[column - this.#columns.first]) ?? {};
    return element ?? null;
  }

  /** Where an element of the body stands. */
  positionOf(element: Element): GridPosition | null {
    const index = this.#slots.findIndex((slot) => slot.element.contains(element));
    const slot = this.#slots[index];
    if (!slot) return null;
    const row = this.#rows.first + index;
    const header = slot.headers.findIndex((each) => each.element.contains(element));
    if (header >= 0) return { row, column: header - this.#stubs };
    const cell = slot.cells.findIndex((each) => each.element.contains(element));
    return cell < 0 ? null : { row, column: this.#columns.first + cell };
  }

  #clear(stubs: number): void {
    this.#body.replaceChildren();
    this.#slots.length = 0;
    this.#rows = nothing;
    this.#columns = nothing;
    this.#stubs = stubs;
  }

  /** Every row takes its columns from the body, so that the cells need no width of their own. */
  #setTracks({ geometry }: Frame, { first, end }: Range): void {
    const tracks: string[] = [];
    for (let d = 1; d < geometry.stubs.length; d++)
      tracks.push(`${geometry.stubs[d]! - geometry.stubs[d - 1]!}px`);
    // The columns before the window have a track and no element; the style sheet puts the first cell after it.
    tracks.push(`${geometry.columns[first]!}px [cells]`);
    for (let column = first; column < end; column++) {
      tracks.push(`${geometry.columns[column + 1]! - geometry.columns[column]!}px`);
    }
    const template = tracks.join(' ');
    if (template !== this.#tracks) this.#body.style.gridTemplateColumns = this.#tracks = template;
  }

  #moveRows(rows: Range, columns: Range): readonly Range[] {
    return recycle(this.#slots, this.#rows, rows, {
      create: () => createRow(this.#prototypeOf(columns)),
      before: (slot, next) => next.element.before(slot.element),
      append: (slot) => this.#body.append(slot.element),
      remove: (slot) => slot.element.remove(),
    });
  }

  #prototypeOf(columns: Range): RowPrototype {
    const known = this.#prototype;
    if (
      known?.stubs === this.#stubs &&
      known.columns.first === columns.first &&
      known.columns.end === columns.end
    )
      return known;
    return (this.#prototype = rowPrototype(this.#stubs, columns));
  }

  #moveColumns(slot: RowSlot, columns: Range): readonly Range[] {
    const { element, cells, columns: before } = slot;
    slot.columns = columns;
    return recycle(cells, before, columns, {
      create: () => cellSlot(cellElement()),
      before: (cell, next) => next.element.before(cell.element),
      append: (cell) => element.append(cell.element),
      remove: (cell) => cell.element.remove(),
    });
  }
}

function paintRow(frame: Frame, { element, headers }: RowSlot, row: number): void {
  element.setAttribute('aria-rowindex', String(frame.layout.header.length + row + 1));
  element.style.transform = `translateY(${row * frame.geometry.rowHeight}px)`;
  paintRowHeaders(frame, element, headers, row);
}

function paintCells(
  frame: Frame,
  { cells }: RowSlot,
  row: number,
  { first, end }: Range,
  look: ColumnLook,
  selected: SelectedBlock | null,
): void {
  for (let column = first; column < end; column++) {
    paintCell(
      frame,
      cells[column - look.window.first]!,
      row,
      column,
      look,
      isSelected(selected, row, column),
    );
  }
}

function isSelected(selected: SelectedBlock | null, row: number, column: number): boolean {
  return selected !== null && isIn(selected.rows, row) && isIn(selected.columns, column);
}

function isIn({ first, end }: Range, position: number): boolean {
  return first <= position && position < end;
}
