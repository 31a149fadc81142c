import type { Hierarchy } from './hierarchy.ts';

/** A measure that is counted, not derived. */
export interface RawMeasure {
  readonly id: string;
  /**
   * `persons` decides what is primary; `events` and `sum` share its status;
   * `public` is known to everybody (population figures) and is never hidden.
   */
  readonly kind: 'persons' | 'events' | 'sum' | 'public';
  /** Per hierarchy: do the children of a node add up to it? */
  readonly additiveOver: readonly boolean[];
}

/**
 * Which cells a cuboid has, all marginals included. They are numbered by mixed radix over `dimensions`
 * in order, the last running fastest; dimension i has `hierarchies[dimensions[i]].nodesTo[depth[i]]` nodes.
 */
export interface CuboidShape {
  readonly dimensions: readonly number[];
  readonly depth: readonly number[];
  /**
   * Node of every hierarchy at which the cuboid stands where it is not among `dimensions`: a cuboid of
   * specialist contacts alone stands at that sector. Default: the totals (node 0).
   */
  readonly at?: readonly number[];
}

/** A cuboid with its numbers, before protection. */
export interface RawCuboid extends CuboidShape {
  /** One array per measure of the release, as long as the cuboid has cells; empty for one it does not show. */
  readonly values: readonly Float64Array[];
  /**
   * One entry per measure of the release: for a measure of kind `sum`, the largest contributions of single
   * persons to each cell; empty for the others. Needed where the policy has a rule of dominance.
   */
  readonly contributions?: readonly Contributions[];
  /** Distinct providers behind each cell. Needed where the policy asks for a number of providers. */
  readonly providers?: Float64Array;
}

/**
 * What the persons who contribute most have in each cell: one array per rank, the largest first, at least two.
 * 0 where a cell has fewer persons than that.
 */
export type Contributions = readonly Float64Array[];

/** A release without its numbers: what everybody knows about it. */
export interface ReleaseShape {
  readonly hierarchies: readonly Hierarchy[];
  readonly measures: readonly RawMeasure[];
  readonly cuboids: readonly CuboidShape[];
}

/**
 * Everything a cube version is going to publish, as one system: cells that two cuboids share
 * (same node in every hierarchy) are the same cell and get the same status.
 */
export interface RawRelease extends ReleaseShape {
  readonly cuboids: readonly RawCuboid[];
}
