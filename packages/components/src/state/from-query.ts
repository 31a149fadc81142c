import type { AxisEntry, Cube, Query } from '@datakube/contract';
import { depthOf, dimensionOf } from './cube-shape.ts';
import type { AxisField, ExplorerState, FilterField } from './explorer-state.ts';

/** Tells the level of a member; undefined where the member is not known. */
export type LevelOf = (dimension: string, member: string) => string | undefined;

/**
 * The state that asks a query: the way back from {@link queryOf}. What the cube does not have is left out;
 * view and chart are taken from `present`.
 */
export function stateOf(query: Query, cube: Cube, levelOf: LevelOf, present: ExplorerState): ExplorerState {
  const placed = new Set<string>();
  const axis = (entries: readonly AxisEntry[] = []): readonly AxisField[] =>
    entries.flatMap(({ dimension, level, parents }) => {
      if (placed.has(dimension) || depthOf(cube, dimension, level) === 0) return [];
      placed.add(dimension);
      return [{ dimension, level, parents: parents === true }];
    });
  const rows = axis(query.rows);
  const columns = axis(query.columns);
  const measures = [...new Set(query.measures)].filter((id) =>
    cube.measures.some((measure) => measure.id === id),
  );
  const filtered = new Set<string>();
  return {
    ...present,
    rows,
    columns,
    filters: (query.filters ?? []).flatMap(({ dimension, members }) => {
      const level = filtered.has(dimension) ? undefined : finestLevel(cube, dimension, members, levelOf);
      filtered.add(dimension);
      return level === undefined ? [] : [{ dimension, level, members } satisfies FilterField];
    }),
    measures: measures.length > 0 ? measures : present.measures,
    totals: query.totals === true,
  };
}

/** The finest level among the members. Where none is known the finest of the dimension, to be on the safe side. */
export function finestLevel(
  cube: Cube,
  dimension: string,
  members: readonly string[],
  levelOf: LevelOf,
): string | undefined {
  const levels = dimensionOf(cube, dimension)?.levels ?? [];
  const known = members.map((member) => depthOf(cube, dimension, levelOf(dimension, member) ?? ''));
  const deepest = Math.max(0, ...known);
  return deepest > 0 ? levels[deepest - 1]?.id : levels.at(-1)?.id;
}
