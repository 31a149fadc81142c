import { CellSelectEvent } from '../events/cell-select-event.ts';
import { columnTuple, measureIndex, rowTuple, statusAt, valueAt } from '../pivot/cell.ts';
import type { Layout } from '../pivot/layout.ts';
import { selectedColumns, selectedRows, type Selection } from '../pivot/selection.ts';

/** Tells of a selection: the cell that moved last, and how large the block is. */
export function selectEvent(layout: Layout, selection: Selection): CellSelectEvent {
  const { row, column } = selection;
  const rows = selectedRows(selection);
  const columns = selectedColumns(selection);
  const value = valueAt(layout, row, column);
  const cell = {
    measure: layout.measures[measureIndex(layout, column)]!,
    row: rowTuple(layout, row),
    column: columnTuple(layout, column),
    status: statusAt(layout, row, column),
    value: Number.isNaN(value) ? null : value,
  };
  return new CellSelectEvent(cell, rows.end - rows.first, columns.end - columns.first);
}
