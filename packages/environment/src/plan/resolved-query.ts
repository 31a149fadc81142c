import type { DimensionModel } from '../cubes/cube-model.ts';
import type { GroupingModel } from '../cubes/grouping-model.ts';
import type { AskedMeasure } from './resolve-measures.ts';

/** The greatest members alone: how many, by which of the measures asked for, and the rest taken together or not. */
export interface ResolvedTop {
  readonly count: number;
  readonly by: AskedMeasure;
  readonly others: boolean;
}

/** A dimension on an axis, with what a filter keeps of it. */
export interface ResolvedAxisEntry {
  readonly dimension: DimensionModel;
  /** Of the level, or of the members that are put together. */
  readonly depth: number;
  /** Undefined where the members of the level stand for themselves. */
  readonly grouping?: GroupingModel | undefined;
  readonly parents: boolean;
  /** Codes of members and groups below which the next level is shown, where they are shown themselves. */
  readonly open?: ReadonlySet<string> | undefined;
  readonly top?: ResolvedTop | undefined;
  /** Nodes a filter names; undefined where nothing is filtered. */
  readonly kept: readonly number[] | undefined;
}

/** A dimension on no axis: at the nodes of a filter, or at its default. */
export interface ResolvedFilter {
  readonly dimension: DimensionModel;
  /** None covers another. Several are taken together. */
  readonly nodes: readonly number[];
  /** Did the query name it, or is this the default? */
  readonly asked: boolean;
}

/** A query whose every name has been found in the cube. */
export interface ResolvedQuery {
  readonly measures: readonly AskedMeasure[];
  readonly rows: readonly ResolvedAxisEntry[];
  readonly columns: readonly ResolvedAxisEntry[];
  /** One for every dimension that is on no axis, in the order of the cube. */
  readonly filters: readonly ResolvedFilter[];
  readonly totals: boolean;
}
