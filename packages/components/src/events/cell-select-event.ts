import type { Status, Tuple } from '@datakube/contract';

/** A cell as an event tells it. A hidden cell has no value to tell. */
export interface SelectedCell {
  readonly measure: string;
  readonly row: Tuple;
  readonly column: Tuple;
  readonly status: Status;
  readonly value: number | null;
}

/** The user selects a cell, or a block of cells. `cell` is the one with focus. */
export class CellSelectEvent extends Event {
  static readonly eventName = 'datakube-cell-select';
  readonly cell: SelectedCell;
  /** Size of the selected block. One row and one column for a single cell. */
  readonly rows: number;
  readonly columns: number;

  constructor(cell: SelectedCell, rows: number, columns: number) {
    super(CellSelectEvent.eventName, { bubbles: true, composed: true });
    this.cell = cell;
    this.rows = rows;
    this.columns = columns;
  }
}

declare global {
  interface HTMLElementEventMap {
    'datakube-cell-select': CellSelectEvent;
  }
}
