import type { AxisEntry, ChartType, Filter, Query } from '@datakube/contract';
import type { Labels } from '../pivot/label.ts';
import type { Sort } from '../pivot/layout.ts';
import type { Shading } from '../pivot/shading.ts';

/** A dimension on rows or columns. */
export interface AxisField {
  readonly dimension: string;
  /** A level or a grouping. */
  readonly level: string;
  /** Shows the coarser levels above their children, as subtotals. */
  readonly parents: boolean;
  /** Members below which those of the next level are shown. */
  readonly open: readonly string[];
  /** The finest level that open members show, where that is more than the next one. */
  readonly finest?: string;
  /** The greatest members alone; null for all. Not together with `parents` or `open`. */
  readonly top: Top | null;
}

/** The greatest members by a measure that is shown, and whether the rest stands below them, taken together. */
export interface Top {
  readonly count: number;
  readonly by: string;
  readonly others: boolean;
}

/** What a filter keeps: members by name, the latest of a level, or a range of a level, open at an end that is null. */
export type Kept =
  | { readonly kind: 'members'; readonly members: readonly string[] }
  | { readonly kind: 'latest'; readonly count: number }
  | { readonly kind: 'range'; readonly from: string | null; readonly to: string | null };

/** A choice of members. `level` is the finest level among them: it decides which cuboid is needed. */
export interface FilterField {
  readonly dimension: string;
  readonly level: string;
  readonly keep: Kept;
}

/** How the rows are sorted: by name, or by the numbers under a header. As the pivot table has it. */
export type { Sort } from '../pivot/layout.ts';

/** What of members is written. As the pivot table has it. */
export type { Labels } from '../pivot/label.ts';

/** How the numbers of a measure are made to be seen. As the pivot table has it. */
export type { Shading } from '../pivot/shading.ts';

/** How the table looks. Nothing of it changes what is asked. */
export interface Look {
  readonly labels: Labels;
  /** Where totals and subtotals stand: before what they are totals of, or after. */
  readonly totals: 'before' | 'after';
  readonly shading: Readonly<Record<string, Shading>>;
  /** Decimals shown, where they are not those of the measure. */
  readonly decimals: Readonly<Record<string, number>>;
  /** The course of the first measure in each row header, where time is on the columns. */
  readonly sparklines: boolean;
}

export type Axis = 'rows' | 'columns';

/** The four places a field can stand. */
export type Zone = Axis | 'filters' | 'measures';

export const ZONES: readonly Zone[] = ['rows', 'columns', 'filters', 'measures'];

export type View = 'table' | 'chart';

/** How a chart is drawn; `fitting` is what suits the answer, whatever it is. */
export type ChartChoice = ChartType | 'fitting';

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
  readonly sort: Sort | null;
  /** Members whose children are folded away, by the key of their place in the table. */
  readonly collapsed: readonly string[];
  readonly view: View;
  readonly chart: ChartChoice;
  readonly look: Look;
}

/** How a table looks when nothing else is chosen. */
export const PLAIN_LOOK: Look = {
  labels: 'name',
  totals: 'before',
  shading: {},
  decimals: {},
  sparklines: false,
};

/** A dimension on an axis at a level, and nothing more. */
export function plainField(dimension: string, level: string): AxisField {
  return { dimension, level, parents: false, open: [], top: null };
}

/** The question a state asks. How it is sorted, folded and shown is no part of it. */
export function queryOf(state: ExplorerState): Query {
  const filters = state.filters.map(askedFilter);
  return {
    measures: [...state.measures],
    rows: state.rows.map(askedField),
    columns: state.columns.map(askedField),
    ...(filters.length > 0 ? { filters } : {}),
    totals: state.totals,
  };
}

function askedField({ dimension, level, parents, open, top }: AxisField): AxisEntry {
  return {
    dimension,
    level,
    ...(parents ? { parents } : {}),
    ...(open.length > 0 ? { open: [...open] } : {}),
    ...(top ? { top: { ...top } } : {}),
  };
}

function askedFilter({ dimension, level, keep }: FilterField): Filter {
  switch (keep.kind) {
    case 'members':
      return { dimension, members: [...keep.members] };
    case 'latest':
      return { dimension, level, latest: keep.count };
    case 'range':
      return {
        dimension,
        level,
        ...(keep.from === null ? {} : { from: keep.from }),
        ...(keep.to === null ? {} : { to: keep.to }),
      };
  }
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
