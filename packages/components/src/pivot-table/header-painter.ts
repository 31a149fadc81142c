import { render } from 'lit';
import { arrowUp, outline } from '../icons/outline.ts';
import { breaksBefore } from '../pivot/breaks.ts';
import { beginsAt, firstCellAfter, headerCellAt, type HeaderRow } from '../pivot/header.ts';
import { stubCount, type GridPosition } from '../pivot/navigation.ts';
import { nodeLabel, tupleKey } from '../pivot/node-key.ts';
import { foldState } from '../pivot/openable.ts';
import type { Direction } from '../pivot/ranking.ts';
import type { Range } from '../pivot/window.ts';
import { columnTuple } from '../pivot/cell.ts';
import type { Frame } from './frame.ts';
import { showFold, type Foldable } from './twister.ts';

interface HeaderSlot extends Foldable {
  readonly label: Text;
  arrow: HTMLElement | null;
}

interface HeaderRowSlot {
  readonly element: HTMLElement;
  readonly corners: HeaderSlot[];
  readonly cells: HeaderSlot[];
  first: number;
}

/** Draws the header cells above the window, and the corner over the row headers. */
export class HeaderPainter {
  readonly #head: HTMLElement;
  readonly #rows: HeaderRowSlot[] = [];
  #layout: Frame['layout'] | undefined;

  constructor(head: HTMLElement) {
    this.#head = head;
  }

  paint(frame: Frame, columns: Range): void {
    this.#layout = frame.layout;
    const { header } = frame.layout;
    while (this.#rows.length > header.length) this.#rows.pop()!.element.remove();
    while (this.#rows.length < header.length) this.#rows.push(this.#createRow());
    header.forEach((_, h) => {
      const row = this.#rows[h]!;
      row.element.setAttribute('aria-rowindex', String(h + 1));
      row.element.style.insetBlockStart = `${h * frame.geometry.headerRowHeight}px`;
      this.#paintCorners(frame, row, h === 0 ? stubCount(frame.layout) : 0);
      this.#paintCells(frame, row, h, columns);
    });
  }

  /** The element at a place in the header, or null where it is outside the window. */
  elementAt({ row, column }: GridPosition): HTMLElement | null {
    const layout = this.#layout;
    if (!layout) return null;
    if (column < 0) return this.#rows[0]?.corners[column + stubCount(layout)]?.element ?? null;
    const cell = headerCellAt(layout.header, row + layout.header.length, column);
    const slot = this.#rows[cell.row];
    return slot?.cells[cell.index - slot.first]?.element ?? null;
  }

  /** Where an element of the header stands: in the first column it spans. */
  positionOf(element: Element): GridPosition | null {
    const layout = this.#layout;
    if (!layout) return null;
    for (const [h, row] of this.#rows.entries()) {
      const corner = row.corners.findIndex((slot) => slot.element.contains(element));
      if (corner >= 0) return { row: -1, column: corner - stubCount(layout) };
      const cell = row.cells.findIndex((slot) => slot.element.contains(element));
      if (cell >= 0)
        return { row: h - layout.header.length, column: layout.header[h]!.start[row.first + cell]! };
    }
    return null;
  }

  #createRow(): HeaderRowSlot {
    const element = document.createElement('div');
    element.className = 'row';
    element.setAttribute('role', 'row');
    this.#head.append(element);
    return { element, corners: [], cells: [], first: 0 };
  }

  #paintCorners(frame: Frame, row: HeaderRowSlot, count: number): void {
    const { layout, geometry, info } = frame;
    while (row.corners.length > count) row.corners.pop()!.element.remove();
    while (row.corners.length < count) {
      const slot = createHeader('corner');
      row.element.insertBefore(slot.element, row.cells[0]?.element ?? null);
      row.corners.push(slot);
    }
    row.corners.forEach((slot, d) => {
      const { element, label } = slot;
      const dimension = layout.rows.axis.dimensions[d];
      label.data = dimension ? info.levelNames(dimension) : info.measureName(layout.measures[0]!);
      element.style.insetInlineStart = `${geometry.stubs[d]!}px`;
      element.style.inlineSize = `${geometry.stubs[d + 1]! - geometry.stubs[d]!}px`;
      element.style.blockSize = `${layout.header.length * geometry.headerRowHeight}px`;
      element.setAttribute('aria-colindex', String(d + 1));
      element.setAttribute('aria-rowspan', String(layout.header.length));
      showSort(slot, layout.sort?.by === 'name' ? layout.sort.direction : 'none');
    });
  }

  #paintCells(frame: Frame, row: HeaderRowSlot, h: number, columns: Range): void {
    const cells = frame.layout.header[h]!;
    row.first = firstCellAfter(cells, columns.first);
    let end = row.first;
    while (end < cells.start.length && cells.start[end]! < columns.end) end++;
    while (row.cells.length > end - row.first) row.cells.pop()!.element.remove();
    while (row.cells.length < end - row.first) {
      const slot = createHeader('column-header');
      row.element.append(slot.element);
      row.cells.push(slot);
    }
    row.cells.forEach((slot, i) => paintHeader(frame, slot, cells, h, row.first + i));
  }
}

/** True where a header cell stands directly above its columns, so that the rows can be sorted by it. */
export function sortsRows(header: readonly HeaderRow[], row: number, index: number): boolean {
  return row + header[row]!.rows[index]! === header.length;
}

function paintHeader(
  { layout, geometry, info, texts, annotations }: Frame,
  slot: HeaderSlot,
  cells: HeaderRow,
  h: number,
  i: number,
): void {
  const { element, label } = slot;
  const [start, end, node, rows] = [cells.start[i]!, cells.end[i]!, cells.node[i]!, cells.rows[i]!];
  const { axis } = layout.columns;
  const dimension = axis.dimensions[cells.dimension];
  const name = dimension
    ? nodeLabel(axis, cells.dimension, node, layout.labels)
    : info.measureName(layout.measures[node]!);
  const leaf = sortsRows(layout.header, h, i);
  const strong =
    dimension && ((dimension.total[node] && dimension.first.length > 1) || dimension.branch[node]);
  const groupStart = start > 0 && layout.header.length > 1 && (h === 0 || beginsAt(layout.header[0]!, start));
  const position = (start / layout.measures.length) | 0;
  const breaks = position * layout.measures.length === start && breaksBefore(layout.columns, position, info);
  label.data = name;
  element.className = `column-header ${leaf ? 'leaf' : 'spans'}${strong ? ' sum' : ''}${groupStart ? ' group-start' : ''}${breaks ? ' break' : ''}`;
  element.style.insetInlineStart = `${geometry.stubs.at(-1)! + geometry.columns[start]!}px`;
  element.style.inlineSize = `${geometry.columns[end]! - geometry.columns[start]!}px`;
  element.style.blockSize = `${rows * geometry.headerRowHeight}px`;
  element.setAttribute('aria-colindex', String(stubCount(layout) + start + 1));
  setSpan(element, 'aria-colspan', end - start);
  setSpan(element, 'aria-rowspan', rows);
  const folds = dimension && !cells.own[i];
  const { collapsed, openable } = layout;
  showFold(slot, name, folds ? foldState(axis, cells.dimension, node, collapsed, openable) : null, texts);
  annotations?.header(element, axis, cells.dimension, node, name);
  showSort(slot, leaf ? sortedBy(layout, start) : null);
}

function sortedBy(layout: Frame['layout'], column: number): Direction | 'none' {
  const { sort } = layout;
  if (sort?.by !== 'value' || layout.measures[column % layout.measures.length] !== sort.measure)
    return 'none';
  return tupleKey(columnTuple(layout, column)) === sort.column ? sort.direction : 'none';
}

/** @param direction null where the header does not sort */
function showSort(header: HeaderSlot, direction: Direction | 'none' | null): void {
  const { element } = header;
  if (direction === null) element.removeAttribute('aria-sort');
  else element.setAttribute('aria-sort', direction);
  const sorted = direction === 'ascending' || direction === 'descending';
  if (sorted === (header.arrow !== null)) return;
  header.arrow?.remove();
  header.arrow = sorted ? createArrow() : null;
  if (header.arrow) element.append(header.arrow);
}

function createArrow(): HTMLElement {
  const arrow = document.createElement('span');
  arrow.className = 'arrow';
  render(outline(arrowUp), arrow);
  return arrow;
}

function setSpan(element: HTMLElement, attribute: string, span: number): void {
  if (span > 1) element.setAttribute(attribute, String(span));
  else element.removeAttribute(attribute);
}

function createHeader(className: string): HeaderSlot {
  const element = document.createElement('div');
  element.className = className;
  element.tabIndex = -1;
  element.setAttribute('role', 'columnheader');
  element.setAttribute('part', className);
  const label = document.createElement('span');
  label.className = 'label';
  label.append(document.createTextNode(''));
  element.append(label);
  return { element, twister: null, label: label.firstChild as Text, arrow: null };
}
