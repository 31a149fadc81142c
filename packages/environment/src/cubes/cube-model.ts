import type { CubeDefinition, DimensionDefinition, MeasureDefinition, Member } from '@datakube/contract';
import type { Hierarchy } from '@datakube/disclosure';
import type { GroupModel, GroupingModel } from './grouping-model.ts';

/** A dimension with its members numbered as the hierarchy's nodes. */
export interface DimensionModel {
  readonly definition: DimensionDefinition;
  readonly hierarchy: Hierarchy;
  /** Member of each node; null for the total (node 0 where there is one). */
  readonly members: readonly (Member | null)[];
  readonly nodeOf: ReadonlyMap<string, number>;
  /** Depth of each level: the first level has depth 1, the total depth 0. */
  readonly depthOf: ReadonlyMap<string, number>;
  readonly groupings: ReadonlyMap<string, GroupingModel>;
  /** Groups of all groupings, by code. */
  readonly groupOf: ReadonlyMap<string, GroupModel>;
  /** Nodes of the finest level in code-list order: register columns hold an index into this. */
  readonly leaves: Int32Array;
  /** Node taken when a query does not mention the dimension: the total, or the latest member of the first level. */
  readonly defaultNode: number;
}

/** A cube definition that has been checked and made ready: the same data with positions worked out. */
export interface CubeModel {
  readonly definition: CubeDefinition;
  readonly dimensions: readonly DimensionModel[];
  readonly dimension: (id: string) => DimensionModel | undefined;
  readonly measure: (id: string) => MeasureDefinition | undefined;
  /**
   * The cubes that count the same events, in whole or in part, this one among them and the whole first. They
   * show the same cells, so they are protected as one.
   */
  readonly family: () => readonly CubeModel[];
}
