import type { DimensionModel } from '../cubes/cube-model.ts';
import type { AskedMeasure } from './resolve-measures.ts';

/** A dimension on an axis, with what a filter keeps of it. */
export interface ResolvedAxisEntry {
  readonly dimension: DimensionModel;
  readonly depth: number;
  readonly parents: boolean;
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
