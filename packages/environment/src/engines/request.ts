import type { MeasureDefinition } from '@datakube/contract';
import type { CubeModel, DimensionModel } from '../cubes/cube-model.ts';
import { levelSize } from '../cubes/dimension-model.ts';
import type { Grouping } from './engine.ts';

/** A grouping with what the definition says about it. */
export interface ResolvedGrouping {
  readonly dimension: DimensionModel;
  readonly level: string;
  /** Number of members on the level. */
  readonly size: number;
}

/** A measure that is counted from the registers. */
export type CountedMeasure = Exclude<MeasureDefinition, { kind: 'rate' }>;

/**
 * Looks up the dimensions and measures a tabulation asks for. Nothing but names from the checked
 * definition reaches an engine.
 *
 * @throws RangeError for an unknown or repeated dimension, an unknown level, or a measure that is not counted
 */
export function resolveRequest(
  cube: CubeModel,
  by: readonly Grouping[],
  measures: readonly string[],
): { readonly by: readonly ResolvedGrouping[]; readonly measures: readonly CountedMeasure[] } {
  if (new Set(by.map((grouping) => grouping.dimension)).size < by.length) {
    throw new RangeError('A dimension is grouped by twice');
  }
  return {
    by: by.map(({ dimension: id, level }) => {
      const dimension = cube.dimension(id);
      if (!dimension?.depthOf.has(level)) throw new RangeError(`The cube has no level ${id}.${level}`);
      return { dimension, level, size: levelSize(dimension, level) };
    }),
    measures: measures.map((id) => {
      const measure = cube.measure(id);
      if (!measure || measure.kind === 'rate') throw new RangeError(`The cube does not count ${id}`);
      return measure;
    }),
  };
}

/** The cube's time dimension: every cube has one. */
export function timeOf(cube: CubeModel): DimensionModel {
  return cube.dimensions.find((dimension) => dimension.definition.kind === 'time')!;
}

/** How many leaves of the time dimension make a year. */
export function leavesPerYear(time: DimensionModel): number {
  return time.leaves.length / levelSize(time, time.definition.levels[0]!.id);
}
