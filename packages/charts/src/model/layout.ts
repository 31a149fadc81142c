import type { CellSet, Tuple, TupleEntry } from '@datakube/contract';
import type { Reference } from '../chart-options.ts';
import { chartValue, type ChartValue } from './chart-value.ts';
import { flagsOfTuple, withFlags } from './flags.ts';
import { plottedTuples, type PlacedTuple } from './plotted-tuples.ts';

/** Which of the two axes of a cell set carries the categories, and how to reach a cell from there. */
export interface Layout {
  /** The axis with the categories: what is drawn of it, and all of it. */
  readonly main: readonly PlacedTuple[];
  readonly mainTuples: readonly Tuple[];
  /** The other axis. */
  readonly cross: readonly PlacedTuple[];
  readonly crossTuples: readonly Tuple[];
  readonly mainIsRows: boolean;
  /** True for the entries that name a category; the others name a series. */
  isCategory(entry: TupleEntry): boolean;
  /** The cell there, with all that holds for it: its own flags and those of its members. */
  at(main: number, cross: number): ChartValue;
}

/**
 * @param measure - the measure to read; the first of the cell set where it is undefined
 * @param along - the dimension whose members are the categories; null for everything on the rows, or on the
 *   columns where only they have several members
 * @param beside - members that are categories beside those that are drawn anyway
 * @returns null where the cell set has no such measure
 */
export function layOut(
  cellSet: CellSet,
  measure: string | undefined,
  along: string | null,
  beside: readonly Reference[] = [],
): Layout | null {
  const cells = measure === undefined ? [...cellSet.measures.values()][0] : cellSet.measures.get(measure);
  if (!cells) return null;

  const rows = plottedTuples(cellSet.rows);
  const columns = plottedTuples(cellSet.columns);
  const mainIsRows = along === null ? namesAreOnRows(rows, columns) : hasDimension(rows, along);
  const mainTuples = mainIsRows ? cellSet.rows : cellSet.columns;
  const width = cellSet.columns.length;
  const rowFlags = cellSet.rows.map(flagsOfTuple);
  const columnFlags = cellSet.columns.map(flagsOfTuple);
  const cell = (row: number, column: number): ChartValue =>
    withFlags(chartValue(cells, row * width + column), rowFlags[row] ?? [], columnFlags[column] ?? []);
  return {
    main: beside.length > 0 ? plottedTuples(mainTuples, beside) : mainIsRows ? rows : columns,
    mainTuples,
    cross: mainIsRows ? columns : rows,
    crossTuples: mainIsRows ? cellSet.columns : cellSet.rows,
    mainIsRows,
    isCategory: (entry) => along === null || entry.dimension === along,
    at: (main, cross) => (mainIsRows ? cell(main, cross) : cell(cross, main)),
  };
}

function namesAreOnRows(rows: readonly PlacedTuple[], columns: readonly PlacedTuple[]): boolean {
  if (!hasEntries(columns)) return true;
  return hasEntries(rows) && !(rows.length === 1 && columns.length > 1);
}

function hasEntries(tuples: readonly PlacedTuple[]): boolean {
  return (tuples[0]?.tuple.length ?? 0) > 0;
}

function hasDimension(tuples: readonly PlacedTuple[], dimension: string): boolean {
  return tuples[0]?.tuple.some((entry) => entry.dimension === dimension) ?? false;
}

/** The dimensions that name the bars of a bar chart: those on the rows, or on the columns where only they vary. */
export function categoryDimensions(cellSet: CellSet): string[] {
  const tuples = namesAreOnRows(plottedTuples(cellSet.rows), plottedTuples(cellSet.columns))
    ? cellSet.rows
    : cellSet.columns;
  return (tuples[0] ?? []).map((entry) => entry.dimension);
}
