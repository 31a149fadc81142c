import type { Range } from './window.ts';

/** A block of cells, from the anchor to the cell that moved last, both included. */
export interface Selection {
  readonly anchorRow: number;
  readonly anchorColumn: number;
  readonly row: number;
  readonly column: number;
}

/** The rows of a selection. */
export function selectedRows(selection: Selection): Range {
  return between(selection.anchorRow, selection.row);
}

/** The columns of a selection. */
export function selectedColumns(selection: Selection): Range {
  return between(selection.anchorColumn, selection.column);
}

/** True when more than one cell is selected. */
export function isBlock({ anchorRow, anchorColumn, row, column }: Selection): boolean {
  return anchorRow !== row || anchorColumn !== column;
}

function between(a: number, b: number): Range {
  return { first: Math.min(a, b), end: Math.max(a, b) + 1 };
}
