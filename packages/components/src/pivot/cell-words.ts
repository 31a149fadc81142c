import type { Status } from '@datakube/contract';
import { columnTuple, measureIndex, rowTuple, statusAt, valueAt } from './cell.ts';
import { writtenLabel } from './label.ts';
import type { Layout } from './layout.ts';

/** How values and the absence of them are put into words. */
export interface CellWords {
  /** A number, with its unit where it is read aloud. `measure` is an index into the layout's measures. */
  readonly value: (value: number, measure: number) => string;
  /** A status: “skjult af hensyn til diskretion”. The same words for every reason; none where there is nothing to say. */
  readonly status: (status: Status) => string;
  readonly measure: (measure: number) => string;
}

/** The members that head a row, from the outside in. */
export function rowName(layout: Layout, row: number): string {
  return rowTuple(layout, row)
    .map((entry) => writtenLabel(entry, layout.labels))
    .join(', ');
}

/** The members that head a column, and the measure where several are shown. */
export function columnName(layout: Layout, column: number, words: Pick<CellWords, 'measure'>): string {
  const labels = columnTuple(layout, column).map((entry) => writtenLabel(entry, layout.labels));
  if (layout.measures.length > 1 || labels.length === 0)
    labels.push(words.measure(measureIndex(layout, column)));
  return labels.join(', ');
}

/** What a cell says: its number, with what was done to it, or why there is none. */
export function cellText(layout: Layout, row: number, column: number, words: CellWords): string {
  const value = valueAt(layout, row, column);
  const number = Number.isNaN(value) ? '' : words.value(value, measureIndex(layout, column));
  return [number, words.status(statusAt(layout, row, column))].filter(Boolean).join(', ');
}

/** The accessible name of a cell: `Læsø, 2023, Kvinder: skjult af hensyn til diskretion`. */
export function cellName(layout: Layout, row: number, column: number, words: CellWords): string {
  const path = [rowName(layout, row), columnName(layout, column, words)]
    .filter((name) => name !== '')
    .join(', ');
  return `${path}: ${cellText(layout, row, column, words)}`;
}
