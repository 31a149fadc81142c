import type { Layout, Sort } from '../pivot/layout.ts';
import { isCell, moved, stubCount, type GridPosition, type Move } from '../pivot/navigation.ts';
import { selectedColumns, selectedRows, type Selection } from '../pivot/selection.ts';
import { toTsv } from '../pivot/tsv.ts';
import { foldAt, parentRow, type Fold } from './folding.ts';
import type { Frame } from './frame.ts';
import type { GridView } from './grid-view.ts';
import { keyCommand, type KeyCommand } from './keyboard.ts';
import { nextSort } from './sorting.ts';

/** What the user's input changes outside the grid. */
export interface GridActions {
  readonly sort: (sort: Sort | null) => void;
  readonly fold: (fold: Fold) => void;
  readonly selected: (selection: Selection) => void;
}

/** Turns keys and pointers into moves, selections, sorting and folding. */
export class GridInput {
  readonly #view: GridView;
  readonly #actions: GridActions;
  #frame: Frame | undefined;

  constructor(view: GridView, actions: GridActions) {
    this.#view = view;
    this.#actions = actions;
  }

  show(frame: Frame): void {
    this.#frame = frame;
  }

  readonly keydown = (event: KeyboardEvent): void => {
    const frame = this.#frame;
    if (!frame || event.defaultPrevented) return;
    const rightToLeft = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const command = keyCommand(event, rightToLeft);
    if (!command || !this.#run(frame.layout, command)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly pointerdown = (event: PointerEvent): void => {
    const at = this.#positionOf(event);
    if (!at || event.button !== 0 || event.pointerType === 'touch' || isOnButton(event)) return;
    this.#view.activate(at, true);
    if (isCell(at)) this.#select(event.shiftKey ? this.#extended(at) : single(at));
  };

  readonly pointermove = (event: PointerEvent): void => {
    if (event.buttons !== 1 || event.pointerType === 'touch' || !this.#view.selection) return;
    const at = this.#positionOf(event);
    if (!at || !isCell(at) || (at.row === this.#view.active.row && at.column === this.#view.active.column))
      return;
    this.#view.activate(at, true);
    this.#select(this.#extended(at));
  };

  readonly click = (event: MouseEvent): void => {
    const at = this.#positionOf(event);
    const frame = this.#frame;
    if (!at || !frame) return;
    const fold = isOnButton(event) ? foldAt(frame.layout, at) : null;
    if (fold) {
      this.#view.activate(at, true);
      this.#actions.fold(fold);
    } else if (at.row < 0) this.#sort(frame.layout, at);
    else if (event instanceof PointerEvent && event.pointerType === 'touch') {
      this.#view.activate(at, true);
      if (isCell(at)) this.#select(single(at));
    }
  };

  readonly focusin = (event: FocusEvent): void => {
    if (this.#view.drawing) return;
    const target = event.target as Element;
    if (target === event.currentTarget) {
      const from = event.relatedTarget;
      if (!(from instanceof Node && target.contains(from))) this.#view.activate(this.#view.active, true);
      return;
    }
    const at = this.#view.positionOf(target);
    if (at) this.#view.adopt(at);
  };

  readonly copy = (event: ClipboardEvent): void => {
    const frame = this.#frame;
    const selection = this.#view.selection ?? (isCell(this.#view.active) ? single(this.#view.active) : null);
    if (!frame || !selection) return;
    const text = toTsv(frame.layout, selectedRows(selection), selectedColumns(selection), frame.words.copied);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };

  /** @returns false where the key has nothing to do here, and is left to the page */
  #run(layout: Layout, command: KeyCommand): boolean {
    const at = this.#view.active;
    switch (command.kind) {
      case 'move':
        if (!command.extend && this.#foldByArrow(layout, at, command.move)) return true;
        this.#move(layout, at, command.move, command.extend);
        return true;
      case 'activate':
      case 'toggle':
        this.#activate(layout, at, command.kind);
        return true;
      case 'select':
        this.#selectWhole(layout, at, command.what);
        return true;
      case 'escape':
        if (!this.#view.selection || !isCell(at)) return false;
        this.#select(single(at));
        return true;
    }
  }

  #move(layout: Layout, at: GridPosition, move: Move, extend: boolean): void {
    const to = moved(layout, at, move, this.#view.page);
    if (extend && isCell(at)) {
      const cell = { row: Math.max(0, to.row), column: Math.max(0, to.column) };
      const selection = this.#extended(cell);
      this.#view.activate(cell, true);
      this.#select(selection);
      return;
    }
    this.#view.activate(to, true);
    if (isCell(to)) this.#select(single(to));
    else this.#view.select(null);
  }

  /** On a row header the arrows open and close, and lead from a child to its parent. */
  #foldByArrow(layout: Layout, at: GridPosition, move: Move): boolean {
    if (at.row < 0 || at.column >= 0 || (move !== 'left' && move !== 'right')) return false;
    const fold = foldAt(layout, at);
    if (fold && fold.expanded === (move === 'left')) {
      this.#actions.fold(fold);
      return true;
    }
    const parent = move === 'left' ? parentRow(layout, at.row, at.column + stubCount(layout)) : null;
    if (parent === null) return false;
    this.#view.activate({ row: parent, column: at.column }, true);
    return true;
  }

  #activate(layout: Layout, at: GridPosition, how: 'activate' | 'toggle'): void {
    if (isCell(at)) {
      this.#select(this.#view.selection ?? single(at));
      return;
    }
    const fold = foldAt(layout, at);
    // Where a column header both folds and sorts, Space folds and Enter sorts.
    const sorts = at.row < 0 && nextSort(layout, at) !== undefined;
    if (fold && (how === 'toggle' || !sorts)) this.#actions.fold(fold);
    else if (sorts) this.#sort(layout, at);
  }

  #sort(layout: Layout, at: GridPosition): void {
    const sort = nextSort(layout, at);
    if (sort !== undefined) this.#actions.sort(sort);
  }

  #selectWhole(layout: Layout, at: GridPosition, what: 'row' | 'column' | 'all'): void {
    const { row, column } = { row: Math.max(0, at.row), column: Math.max(0, at.column) };
    this.#select({
      anchorRow: what === 'row' ? row : 0,
      row: what === 'row' ? row : layout.rowCount - 1,
      anchorColumn: what === 'column' ? column : 0,
      column: what === 'column' ? column : layout.columnCount - 1,
    });
  }

  #extended({ row, column }: GridPosition): Selection {
    const { anchorRow, anchorColumn } =
      this.#view.selection ?? single(isCell(this.#view.active) ? this.#view.active : { row, column });
    return { anchorRow, anchorColumn, row, column };
  }

  #select(selection: Selection): void {
    this.#view.select(selection);
    this.#actions.selected(selection);
  }

  #positionOf(event: Event): GridPosition | null {
    const [target] = event.composedPath();
    return target instanceof Element ? this.#view.positionOf(target) : null;
  }
}

function single({ row, column }: GridPosition): Selection {
  return { anchorRow: row, anchorColumn: column, row, column };
}

function isOnButton(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest('.twister') !== null;
}
