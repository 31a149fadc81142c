import type { AxisEntry, FieldError, Filter, MeasureDefinition, Query } from '@datakube/contract';
import type { CubeModel, DimensionModel } from '../cubes/cube-model.ts';
import { Refusal } from '../problem/refusal.ts';
import { coverOf } from './member-cover.ts';
import type { ResolvedAxisEntry, ResolvedQuery } from './resolved-query.ts';

/**
 * Finds every name of a query in the cube.
 *
 * @throws Refusal `ERR_QUERY_INVALID` with all that does not fit, each with its place
 */
export function resolveQuery(query: Query, cube: CubeModel): ResolvedQuery {
  const errors: FieldError[] = [];
  const complain: Complain = (pointer, message) => void errors.push({ pointer, message });
  const measures = resolveMeasures(query.measures, cube, complain);
  const filters = resolveFilters(query.filters ?? [], cube, complain);
  const taken = new Set<string>();
  const rows = resolveAxis('rows', query.rows ?? [], cube, filters, taken, complain);
  const columns = resolveAxis('columns', query.columns ?? [], cube, filters, taken, complain);
  if (errors.length > 0) throw new Refusal('ERR_QUERY_INVALID', { errors });
  const resting = cube.dimensions.filter((dimension) => !taken.has(dimension.definition.id));
  return {
    measures,
    rows,
    columns,
    filters: resting.map((dimension) => {
      const filter = filters.get(dimension.definition.id);
      const nodes = filter ? coverOf(dimension, filter.nodes) : [dimension.defaultNode];
      return { dimension, nodes, asked: filter !== undefined };
    }),
    totals: query.totals === true,
  };
}

type Complain = (pointer: string, message: string) => void;

interface FoundFilter {
  readonly position: number;
  readonly nodes: readonly number[];
}

function resolveMeasures(ids: readonly string[], cube: CubeModel, complain: Complain): MeasureDefinition[] {
  return ids.flatMap((id, index) => {
    const measure = cube.measure(id);
    if (!measure) complain(`/measures/${index}`, 'The cube has no such measure');
    else if (ids.indexOf(id) < index) complain(`/measures/${index}`, 'This measure is asked for twice');
    return measure ?? [];
  });
}

function resolveFilters(
  filters: readonly Filter[],
  cube: CubeModel,
  complain: Complain,
): Map<string, FoundFilter> {
  const found = new Map<string, FoundFilter>();
  filters.forEach((filter, position) => {
    const dimension = cube.dimension(filter.dimension);
    if (!dimension) return complain(`/filters/${position}/dimension`, 'The cube has no such dimension');
    if (found.has(filter.dimension))
      return complain(`/filters/${position}/dimension`, 'This dimension is filtered twice');
    const nodes = filter.members.flatMap((code, index) => {
      const node = dimension.nodeOf.get(code);
      if (node === undefined)
        complain(`/filters/${position}/members/${index}`, 'The dimension has no such member');
      return node ?? [];
    });
    found.set(filter.dimension, { position, nodes });
  });
  return found;
}

function resolveAxis(
  axis: 'rows' | 'columns',
  entries: readonly AxisEntry[],
  cube: CubeModel,
  filters: ReadonlyMap<string, FoundFilter>,
  taken: Set<string>,
  complain: Complain,
): ResolvedAxisEntry[] {
  return entries.flatMap((entry, index) => {
    const at = `/${axis}/${index}`;
    const dimension = cube.dimension(entry.dimension);
    if (!dimension) {
      complain(`${at}/dimension`, 'The cube has no such dimension');
      return [];
    }
    if (taken.has(entry.dimension)) complain(`${at}/dimension`, 'This dimension stands on the axes twice');
    taken.add(entry.dimension);
    const depth = dimension.depthOf.get(entry.level);
    if (depth === undefined) {
      complain(`${at}/level`, 'The dimension has no such level');
      return [];
    }
    const filter = filters.get(entry.dimension);
    if (filter) checkFilterFits(dimension, depth, filter, complain);
    return { dimension, depth, parents: entry.parents === true, kept: filter?.nodes };
  });
}

/** A row must hold what its name says, so a filter cannot keep only a part of a member that is shown. */
function checkFilterFits(
  dimension: DimensionModel,
  depth: number,
  filter: FoundFilter,
  complain: Complain,
): void {
  filter.nodes.forEach((node, index) => {
    if (dimension.hierarchy.depth[node]! > depth) {
      complain(
        `/filters/${filter.position}/members/${index}`,
        'This member is finer than the level on the axis',
      );
    }
  });
}
