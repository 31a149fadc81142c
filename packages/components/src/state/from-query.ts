import {
  type AxisEntry,
  type Cube,
  type ExampleAnalysis,
  type Filter,
  isChartType,
  type Query,
} from '@datakube/contract';
import { canKeep, depthOf, dimensionOf, levelBelow } from './cube-shape.ts';
import type { AxisField, ExplorerState, FilterField, Kept } from './explorer-state.ts';
import { isMeasure } from './measures.ts';
import { settled } from './settle.ts';

/** Tells the level of a member; undefined where the member is not known. */
export type LevelOf = (dimension: string, member: string) => string | undefined;

/**
 * The state that asks a query: the way back from {@link queryOf}. What the cube does not have is left out;
 * what is no part of a query, as the sort, is taken from `present`.
 */
export function stateOf(query: Query, cube: Cube, levelOf: LevelOf, present: ExplorerState): ExplorerState {
  const placed = new Set<string>();
  const axis = (entries: readonly AxisEntry[] = []): readonly AxisField[] =>
    entries.flatMap(({ dimension, level, parents, open = [], top }): AxisField[] => {
      if (placed.has(dimension) || depthOf(cube, dimension, level) === 0) return [];
      placed.add(dimension);
      const greatest = top ? { count: top.count, by: top.by, others: top.others === true } : null;
      const field = { dimension, level, parents: parents === true, open: [...new Set(open)], top: greatest };
      const finest = finestBelow(cube, field, levelOf);
      return [finest === undefined ? field : { ...field, finest }];
    });
  const rows = axis(query.rows);
  const columns = axis(query.columns);
  const measures = [...new Set(query.measures)].filter((reference) => isMeasure(cube, reference));
  return settled(
    {
      ...present,
      rows,
      columns,
      filters: filtersOf(query.filters ?? [], cube, levelOf),
      measures: measures.length > 0 ? measures : present.measures,
      totals: query.totals === true,
    },
    cube,
  );
}

/** The state that shows an example of the cube, as a chart where the example is one. */
export function stateOfExample(
  { query, chart }: ExampleAnalysis,
  cube: Cube,
  levelOf: LevelOf,
  present: ExplorerState,
): ExplorerState {
  const asked = stateOf(query, cube, levelOf, { ...present, sort: null, collapsed: [] });
  return chart === undefined
    ? { ...asked, view: 'table' }
    : { ...asked, view: 'chart', chart: isChartType(chart) ? chart : 'fitting' };
}

/** The finest level that open members show. A member that is not known is taken to be of the axis' level. */
function finestBelow(
  cube: Cube,
  { dimension, level, open }: AxisField,
  levelOf: LevelOf,
): string | undefined {
  return open
    .map((member) => levelBelow(cube, dimension, levelOf(dimension, member) ?? level))
    .filter((below) => below !== undefined)
    .sort((a, b) => depthOf(cube, dimension, a) - depthOf(cube, dimension, b))
    .at(-1);
}

function filtersOf(filters: readonly Filter[], cube: Cube, levelOf: LevelOf): readonly FilterField[] {
  const filtered = new Set<string>();
  return filters.flatMap((filter): readonly FilterField[] => {
    const { dimension } = filter;
    if (filtered.has(dimension)) return [];
    filtered.add(dimension);
    if ('members' in filter) {
      const level = finestLevel(cube, dimension, filter.members, levelOf);
      return level === undefined
        ? []
        : [{ dimension, level, keep: { kind: 'members', members: filter.members } }];
    }
    const keep: Kept =
      'latest' in filter
        ? { kind: 'latest', count: filter.latest }
        : { kind: 'range', from: filter.from ?? null, to: filter.to ?? null };
    const field = { dimension, level: filter.level, keep };
    return canKeep(cube, field) ? [field] : [];
  });
}

/** The finest level among the members. Where none is known the finest of the dimension, to be on the safe side. */
export function finestLevel(
  cube: Cube,
  dimension: string,
  members: readonly string[],
  levelOf: LevelOf,
): string | undefined {
  const known = members
    .map((member) => levelOf(dimension, member) ?? '')
    .filter((level) => depthOf(cube, dimension, level) > 0)
    .sort((a, b) => depthOf(cube, dimension, a) - depthOf(cube, dimension, b));
  return known.at(-1) ?? dimensionOf(cube, dimension)?.levels.at(-1)?.id;
}
