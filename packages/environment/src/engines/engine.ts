import type { RecordKeys } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';

/** Group by this level of this dimension. */
export interface Grouping {
  readonly dimension: string;
  readonly level: string;
}

/**
 * Raw counts per non-empty group: never leaves the trusted side except into `disclosure.protect()`.
 * `keys[i][g]` is the member of `by[i]` in group g, as position among the members of that level.
 * Groups are sorted by keys.
 */
export interface RawGroups {
  readonly keys: readonly Int32Array[];
  /** One array per asked measure: exact distinct persons, number of events, or sum. */
  readonly values: readonly Float64Array[];
  /**
   * When record keys were given: per group, the sum of the keys of its distinct persons, each once, modulo
   * `KEY_MODULUS`. The same persons, the same sum, whatever the grouping.
   */
  readonly setKeys?: Float64Array;
}

/**
 * What tabulates the registers. Routes know nothing else of an engine. Two engines give the same
 * bytes on the same registers.
 */
export interface Engine {
  /**
   * Counts over the facts of a cube.
   *
   * @param measures ids of kind persons, events or sum
   * @param records secret record keys: with them the answer has `setKeys`
   */
  tabulate(
    cube: CubeModel,
    by: readonly Grouping[],
    measures: readonly string[],
    signal?: AbortSignal,
    records?: RecordKeys,
  ): Promise<RawGroups>;
  /** Citizens resident at the end of each year, by year and the cube's public population dimensions, at leaf level. */
  population(cube: CubeModel, signal?: AbortSignal): Promise<RawGroups>;
  close(): Promise<void>;
}
