import type { Layout } from '../pivot/layout.ts';
import { followed } from '../pivot/followed.ts';
import { isCell, stubCount, within, type GridPosition } from '../pivot/navigation.ts';
import { isBlock, selectedColumns, selectedRows, type Selection } from '../pivot/selection.ts';
import { contains, trackRange, uniformRange, withOverscan, type Range } from '../pivot/window.ts';
import { BodyPainter, type SelectedBlock } from './body-painter.ts';
import type { Frame } from './frame.ts';
import { HeaderPainter } from './header-painter.ts';
import { hasLevels } from './row-header-painter.ts';

/** The elements the view draws into. They are the view's own: nothing else writes inside them. */
export interface GridElements {
  readonly scroller: HTMLElement;
  readonly grid: HTMLElement;
  readonly head: HTMLElement;
  readonly body: HTMLElement;
  readonly marquee: HTMLElement;
}

/** Rows and columns drawn beyond the edge, so that small scrolls draw nothing. */
const rowOverscan = 3;
const columnOverscan = 1;

const nothing: Range = { first: 0, end: 0 };

/**
 * The window on a table: which rows and columns are in the document, where it is scrolled, which cell has
 * the tab stop. Focus follows the active place; while that is outside the window, the grid itself holds it.
 */
export class GridView {
  readonly #elements: GridElements;
  readonly #body: BodyPainter;
  readonly #header: HeaderPainter;
  #frame: Frame | undefined;
  #rows = nothing;
  #columns = nothing;
  #active: GridPosition = { row: 0, column: 0 };
  #selection: Selection | null = null;
  #tabStop: HTMLElement | null = null;
  #width = 0;
  #height = 0;
  #top = 0;
  #left = 0;
  #drawing = false;

  constructor(elements: GridElements) {
    this.#elements = elements;
    this.#body = new BodyPainter(elements.body);
    this.#header = new HeaderPainter(elements.head);
  }

  get active(): GridPosition {
    return this.#active;
  }

  /** True while the view itself moves focus about. */
  get drawing(): boolean {
    return this.#drawing;
  }

  get selection(): Selection | null {
    return this.#selection;
  }

  /** Rows a page key moves: what shows, less one. */
  get page(): number {
    return Math.max(1, Math.floor(this.#bodyHeight / (this.#frame?.geometry.rowHeight ?? 1)) - 1);
  }

  /**
   * Gives the table its height before it is drawn, so that a scroll bar takes its room.
   *
   * @returns the width that is left
   */
  spread(layout: Layout, rowHeight: number): number {
    const { head, body, scroller } = this.#elements;
    head.style.blockSize = `${layout.header.length * rowHeight}px`;
    body.style.blockSize = `${layout.rowCount * rowHeight}px`;
    this.#width = scroller.clientWidth;
    this.#height = scroller.clientHeight;
    return this.#width;
  }

  /**
   * Prepares for another layout: the active place follows its members to where they stand now, or moves to the
   * nearest there is; a selection that is gone is dropped.
   */
  settle(layout: Layout): void {
    const before = this.#frame?.layout;
    this.#active = within(
      layout,
      before && before !== layout ? followed(before, layout, this.#active) : this.#active,
    );
    if (this.#selection && !fits(layout, this.#selection)) this.#selection = null;
  }

  /** How wide a column is drawn; row headers count from −1 downwards. Undefined while nothing is drawn. */
  columnWidth(column: number): number | undefined {
    const geometry = this.#frame?.geometry;
    if (!geometry) return undefined;
    const [offsets, at] =
      column < 0 ? [geometry.stubs, column + geometry.stubs.length - 1] : [geometry.columns, column];
    return offsets[at + 1]! - offsets[at]!;
  }

  /** Draws a new frame. */
  show(frame: Frame): void {
    // What had focus and could be seen can be seen where it stands now.
    const seen = this.focused && this.#tabStop !== this.#elements.grid;
    this.#frame = frame;
    this.#size(frame);
    this.#draw(true);
    if (seen) this.activate(this.#active, true);
    this.#frameSelection();
  }

  /** Takes over the size of the scroller after it changed. */
  resized(width: number, height: number): void {
    if (width === this.#width && height === this.#height) return;
    this.#width = width;
    this.#height = height;
    if (this.#frame) this.#draw(false);
  }

  /** Takes over the scroll position. */
  scrolled(): void {
    this.#top = this.#elements.scroller.scrollTop;
    this.#left = this.#elements.scroller.scrollLeft;
    if (this.#frame) this.#draw(false);
  }

  /** Moves the active place, brings it into sight and gives it focus. */
  activate(position: GridPosition, focus: boolean): void {
    if (!this.#frame) return;
    this.#active = within(this.#frame.layout, position);
    this.#reveal(this.#frame, this.#active);
    this.#updateTabStop();
    if (focus) this.focus();
  }

  /** Gives focus back to the active place, where it is. */
  focus(): void {
    this.element.focus({ preventScroll: true });
  }

  /** The element at the active place, or the table where that place is not in the document. */
  get element(): HTMLElement {
    return this.#elementAt(this.#active) ?? this.#elements.grid;
  }

  get focused(): boolean {
    return this.#focused() !== null;
  }

  /** Takes over a place that got focus by other means than {@link activate}. */
  adopt(position: GridPosition): void {
    this.#active = position;
    this.#updateTabStop();
  }

  select(selection: Selection | null): void {
    this.#selection = selection;
    this.#body.select(this.#block());
    this.#frameSelection();
  }

  /** Where an element inside the grid stands. */
  positionOf(element: Element): GridPosition | null {
    return this.#elements.head.contains(element)
      ? this.#header.positionOf(element)
      : this.#body.positionOf(element);
  }

  get #bodyHeight(): number {
    const frame = this.#frame!;
    return Math.max(0, this.#height - frame.layout.header.length * frame.geometry.headerRowHeight);
  }

  #draw(everything: boolean): void {
    const frame = this.#frame!;
    const { layout, geometry } = frame;
    const rows = uniformRange(this.#top, this.#bodyHeight, geometry.rowHeight, layout.rowCount);
    const columns = trackRange(
      geometry.columns,
      this.#left,
      Math.max(0, this.#width - geometry.stubs.at(-1)!),
    );
    if (everything || !contains(this.#rows, rows) || !contains(this.#columns, columns)) {
      const focused = this.#focused();
      this.#drawing = true;
      // An element that is moved in the document loses focus to nobody. The grid takes it for the moment.
      if (focused && focused !== this.#elements.grid) this.#elements.grid.focus({ preventScroll: true });
      const columnsMoved = everything || !contains(this.#columns, columns);
      if (everything || !contains(this.#rows, rows))
        this.#rows = withOverscan(rows, rowOverscan, layout.rowCount);
      if (columnsMoved) this.#columns = withOverscan(columns, columnOverscan, layout.columnCount);
      if (columnsMoved) this.#header.paint(frame, this.#columns);
      this.#body.paint(frame, this.#rows, this.#columns, this.#block(), everything);
      this.#updateTabStop();
      if (focused) this.focus();
      this.#drawing = false;
    }
    this.#body.showGroupLabels(Math.ceil(this.#top / geometry.rowHeight));
  }

  #size({ layout, geometry }: Frame): void {
    const { grid, head, body } = this.#elements;
    const headHeight = layout.header.length * geometry.headerRowHeight;
    const bodyHeight = layout.rowCount * geometry.rowHeight;
    const width = geometry.stubs.at(-1)! + geometry.columns.at(-1)!;
    grid.style.inlineSize = `${width}px`;
    setPixels(head, '--_stubs', geometry.stubs.at(-1)!);
    setPixels(body, '--_row', geometry.rowHeight);
    grid.classList.toggle('two-lines', geometry.twoLines);
    head.style.blockSize = `${headHeight}px`;
    body.style.blockSize = `${bodyHeight}px`;
    grid.setAttribute('role', hasLevels(layout) ? 'treegrid' : 'grid');
    grid.setAttribute('aria-rowcount', String(layout.header.length + layout.rowCount));
    grid.setAttribute('aria-colcount', String(stubCount(layout) + layout.columnCount));
    // A smaller table is scrolled back by the browser, but only after it has been drawn.
    this.#top = Math.min(this.#top, Math.max(0, headHeight + bodyHeight - this.#height));
    this.#left = Math.min(this.#left, Math.max(0, width - this.#width));
  }

  /** Scrolls until a place shows in full, clear of the headers that stay. */
  #reveal(frame: Frame, { row, column }: GridPosition): void {
    const { scroller } = this.#elements;
    const { geometry } = frame;
    let [top, left] = [this.#top, this.#left];
    if (row >= 0) {
      const start = row * geometry.rowHeight;
      top = Math.min(Math.max(top, start + geometry.rowHeight - this.#bodyHeight), start);
    }
    if (column >= 0) {
      const start = geometry.columns[column]!;
      const room = this.#width - geometry.stubs.at(-1)!;
      left = Math.min(Math.max(left, geometry.columns[column + 1]! - room), start);
    }
    if (top !== this.#top) scroller.scrollTop = top;
    if (left !== this.#left) scroller.scrollLeft = left;
    if (top !== this.#top || left !== this.#left) this.scrolled();
  }

  #elementAt(position: GridPosition): HTMLElement | null {
    return position.row < 0 ? this.#header.elementAt(position) : this.#body.elementAt(position);
  }

  /** One tab stop: the active cell, or the grid while that cell is not in the document. */
  #updateTabStop(): void {
    const next = this.element;
    if (this.#tabStop !== next) {
      if (this.#tabStop) this.#tabStop.tabIndex = -1;
      next.tabIndex = 0;
      this.#tabStop = next;
    }
  }

  #focused(): Element | null {
    const { grid } = this.#elements;
    const { activeElement } = grid.getRootNode() as ShadowRoot;
    return activeElement && grid.contains(activeElement) ? activeElement : null;
  }

  #block(): SelectedBlock | null {
    const selection = this.#selection;
    return selection && isBlock(selection)
      ? { rows: selectedRows(selection), columns: selectedColumns(selection) }
      : null;
  }

  #frameSelection(): void {
    const { marquee } = this.#elements;
    const block = this.#block();
    marquee.hidden = !block;
    if (!block || !this.#frame) return;
    const { geometry, layout } = this.#frame;
    const headHeight = layout.header.length * geometry.headerRowHeight;
    const [start, end] = [geometry.columns[block.columns.first]!, geometry.columns[block.columns.end]!];
    marquee.style.insetBlockStart = `${headHeight + block.rows.first * geometry.rowHeight}px`;
    marquee.style.blockSize = `${(block.rows.end - block.rows.first) * geometry.rowHeight}px`;
    marquee.style.insetInlineStart = `${geometry.stubs.at(-1)! + start}px`;
    marquee.style.inlineSize = `${end - start}px`;
  }
}

/** Every element that inherits a property is styled again when it is set; so it is set when it changes. */
function setPixels(element: HTMLElement, property: string, size: number): void {
  const value = `${size}px`;
  if (element.style.getPropertyValue(property) !== value) element.style.setProperty(property, value);
}

function fits(layout: Layout, { anchorRow, anchorColumn, row, column }: Selection): boolean {
  return [
    { row: anchorRow, column: anchorColumn },
    { row, column },
  ].every((corner) => isCell(corner) && corner.row < layout.rowCount && corner.column < layout.columnCount);
}
