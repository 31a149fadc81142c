import type { Layout, Sort } from '../pivot/layout.ts';
import { columnsAt, isCell, moved, stubCount, type GridPosition, type Move } from '../pivot/navigation.ts';
import { isBlock, selectedColumns, selectedRows, type Selection } from '../pivot/selection.ts';
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
  /** Opens something over the table, for the place that has focus. */
  readonly tool: (tool: 'menu' | 'go-to' | 'help') => void;
  /** A character typed alone: `?`, or the beginning of a row's name. False where such keys are turned off. */
  readonly typed: (character: string) => boolean;
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

  /** What is drawn; undefined before anything is. */
  get frame(): Frame | undefined {
    return this.#frame;
  }

  show(frame: Frame): void {
    this.#frame = frame;
  }

  /** Listens to a table from now on. */
  listen(grid: HTMLElement): void {
    for (const type of ['keydown', 'pointerdown', 'pointermove', 'click', 'focusin']) {
      grid.addEventListener(type, (event) => {
        const [target] = event.composedPath();
        if (!event.defaultPrevented && target instanceof Element) this.answer(event, target);
      });
    }
  }

  /** Does what an event asks, at the element where it began. */
  answer(event: Event, target: Element): void {
    if (event instanceof KeyboardEvent) this.#key(event);
    else if (event instanceof FocusEvent) this.#focus(event, target);
    else if (!(event instanceof PointerEvent) && !(event instanceof MouseEvent)) return;
    else if (event.type === 'click') this.#click(event, target);
    else if (event instanceof PointerEvent && event.type === 'pointerdown') this.#press(event, target);
    else if (event instanceof PointerEvent) this.#drag(event, target);
  }

  #key(event: KeyboardEvent): void {
    const frame = this.#frame;
    const command = keyCommand(event);
    if (!frame || !command || !this.#run(frame.layout, command)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #press(event: PointerEvent, target: Element): void {
    const at = this.#view.positionOf(target);
    if (!at || event.button !== 0 || event.pointerType === 'touch' || isOnButton(target)) return;
    this.#view.activate(at, true);
    if (isCell(at)) this.#select(event.shiftKey ? this.#extended(at) : single(at));
  }

  #drag(event: PointerEvent, target: Element): void {
    if (event.buttons !== 1 || event.pointerType === 'touch' || !this.#view.selection) return;
    const at = this.#view.positionOf(target);
    if (!at || !isCell(at) || (at.row === this.#view.active.row && at.column === this.#view.active.column))
      return;
    this.#view.activate(at, true);
    this.#select(this.#extended(at));
  }

  #click(event: MouseEvent, target: Element): void {
    const at = this.#view.positionOf(target);
    const frame = this.#frame;
    if (!at || !frame) return;
    const fold = isOnButton(target) ? foldAt(frame.layout, at) : null;
    if (fold) {
      this.#view.activate(at, true);
      this.#actions.fold(fold);
    } else if (at.row < 0) this.#sort(frame.layout, at);
    else if (event instanceof PointerEvent && event.pointerType === 'touch') {
      this.#view.activate(at, true);
      if (isCell(at)) this.#select(single(at));
    }
  }

  #focus({ relatedTarget }: FocusEvent, target: Element): void {
    if (this.#view.drawing) return;
    const at = this.#view.positionOf(target);
    if (at) this.#view.adopt(at);
    // The table itself has focus for a cell that is not in sight.
    else if (!(relatedTarget instanceof Node && target.contains(relatedTarget)))
      this.#view.activate(this.#view.active, true);
  }

  /** Takes a place for one that is pointed at: it gets focus, and a cell outside what is selected is selected. */
  point(at: GridPosition): void {
    this.#view.activate(at, true);
    const { selection } = this.#view;
    if (isCell(at) && !(selection && isSelected(selection, at))) this.#select(single(at));
  }

  /** Goes to a place and selects it, if it is a cell. */
  goTo(at: GridPosition): void {
    this.#view.activate(at, true);
    if (isCell(at)) this.#select(single(at));
    else this.#view.select(null);
  }

  /** @returns false where the key has nothing to do here, and is left to the page */
  #run(layout: Layout, command: KeyCommand): boolean {
    const at = this.#view.active;
    switch (command.kind) {
      case 'move':
        if (!command.extend && this.#foldByArrow(layout, at, command.move)) return true;
        this.#move(layout, at, command.move, command.extend);
        return true;
      case 'toggle':
        this.#toggle(layout, at);
        return true;
      case 'select':
        this.selectWhole(command.what);
        return true;
      case 'menu':
      case 'go-to':
        this.#actions.tool(command.kind);
        return true;
      case 'help':
        return this.#actions.typed('?');
      case 'type':
        return at.row >= 0 && at.column < 0 && this.#actions.typed(command.text);
      case 'escape':
        if (!this.#view.selection || !isCell(at) || !isBlock(this.#view.selection)) return false;
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
    this.goTo(to);
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

  /** A header that folds is folded; else what it heads is selected. */
  #toggle(layout: Layout, at: GridPosition): void {
    const fold = foldAt(layout, at);
    if (fold) this.#actions.fold(fold);
    else if (isCell(at)) this.#select(this.#view.selection ?? single(at));
    else this.selectWhole(at.column >= 0 ? 'column' : at.row >= 0 ? 'row' : 'all');
  }

  #sort(layout: Layout, at: GridPosition): void {
    const sort = nextSort(layout, at);
    if (sort !== undefined) this.#actions.sort(sort);
  }

  /** Selects the row or the columns at the place with focus, or every cell. */
  selectWhole(what: 'row' | 'column' | 'all'): void {
    const { layout } = this.#frame!;
    const at = this.#view.active;
    const [first, last] = what === 'column' ? columnsAt(layout, at) : [0, layout.columnCount - 1];
    const row = Math.max(0, at.row);
    this.#select({
      anchorRow: what === 'row' ? row : 0,
      row: what === 'row' ? row : layout.rowCount - 1,
      anchorColumn: first,
      column: last,
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
}

function isSelected(selection: Selection, { row, column }: GridPosition): boolean {
  const [rows, columns] = [selectedRows(selection), selectedColumns(selection)];
  return rows.first <= row && row < rows.end && columns.first <= column && column < columns.end;
}

function single({ row, column }: GridPosition): Selection {
  return { anchorRow: row, anchorColumn: column, row, column };
}

function isOnButton(target: Element): boolean {
  return target.closest('.twister') !== null;
}
