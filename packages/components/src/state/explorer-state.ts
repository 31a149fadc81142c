import type { AxisEntry, Filter, Query } from '@datakube/contract';

/** A dimension on rows or columns. `parents` shows the coarser levels above their children, as subtotals. */
export interface AxisField {
  readonly dimension: string;
  readonly level: string;
  readonly parents: boolean;
}

/** A choice of members. `level` is the finest level among the members: it decides which cuboid is needed. */
export interface FilterField {
  readonly dimension: string;
  readonly level: string;
  readonly members: readonly string[];
}

export type Axis = 'rows' | 'columns';

/** The four places a field can stand. */
export type Zone = Axis | 'filters' | 'measures';

export const ZONES: readonly Zone[] = ['rows', 'columns', 'filters', 'measures'];

export type View = 'table' | 'chart';

export type ChartType = 'bar' | 'line';

/**
 * All that a user of the explorer has chosen, as plain data: it can be kept, compared, sent and put in a
 * link. A dimension stands on at most one axis, and at most once among the filters.
 */
export interface ExplorerState {
  readonly rows: readonly AxisField[];
  readonly columns: readonly AxisField[];
  readonly filters: readonly FilterField[];
  /** Never empty. */
  readonly measures: readonly string[];
  readonly totals: boolean;
  readonly view: View;
  readonly chart: ChartType;
}

/** The question a state asks. The view is no part of it: table and chart show the same answer. */
export function queryOf(state: ExplorerState): Query {
  const axis = (fields: readonly AxisField[]): AxisEntry[] =>
    fields.map(({ dimension, level, parents }) =>
      parents ? { dimension, level, parents } : { dimension, level },
    );
  const filters: Filter[] = state.filters.map(({ dimension, members }) => ({
    dimension,
    members: [...members],
  }));
  return {
    measures: [...state.measures],
    rows: axis(state.rows),
    columns: axis(state.columns),
    ...(filters.length > 0 ? { filters } : {}),
    totals: state.totals,
  };
}

/** The axis a dimension stands on, or null. */
export function axisOf(state: ExplorerState, dimension: string): Axis | null {
  if (state.rows.some((field) => field.dimension === dimension)) return 'rows';
  if (state.columns.some((field) => field.dimension === dimension)) return 'columns';
  return null;
}

/** The field of a dimension on either axis. */
export function axisField(state: ExplorerState, dimension: string): AxisField | undefined {
  return [...state.rows, ...state.columns].find((field) => field.dimension === dimension);
}

/** The filter on a dimension. */
export function filterField(state: ExplorerState, dimension: string): FilterField | undefined {
  return state.filters.find((field) => field.dimension === dimension);
}

/** True where the dimension is used anywhere. */
export function isUsed(state: ExplorerState, dimension: string): boolean {
  return axisOf(state, dimension) !== null || filterField(state, dimension) !== undefined;
}
