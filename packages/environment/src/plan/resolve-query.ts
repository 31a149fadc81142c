import type { AxisEntry, FieldError, Query } from '@datakube/contract';
import type { CubeModel, DimensionModel } from '../cubes/cube-model.ts';
import { Refusal } from '../problem/refusal.ts';
import type { ComplainAt } from './complain-at.ts';
import { coverOf } from './member-cover.ts';
import { type FoundFilter, placeOf, resolveFilters } from './resolve-filters.ts';
import { checkPeriods, resolveMeasures } from './resolve-measures.ts';
import type { ResolvedAxisEntry, ResolvedFilter, ResolvedQuery } from './resolved-query.ts';

/**
 * Finds every name of a query in the cube.
 *
 * @throws Refusal `ERR_QUERY_INVALID` with all that does not fit, each with its place
 */
export function resolveQuery(query: Query, cube: CubeModel): ResolvedQuery {
  const errors: FieldError[] = [];
  const complain: ComplainAt = (pointer, message) => void errors.push({ pointer, message });
  const measures = resolveMeasures(query.measures, cube, complain);
  const filters = resolveFilters(query.filters ?? [], cube, complain);
  const taken = new Set<string>();
  const rows = resolveAxis('rows', query.rows ?? [], cube, filters, taken, complain);
  const columns = resolveAxis('columns', query.columns ?? [], cube, filters, taken, complain);
  const resting = cube.dimensions
    .filter((dimension) => !taken.has(dimension.definition.id))
    .map((dimension): ResolvedFilter => {
      const filter = filters.get(dimension.definition.id);
      const nodes = filter ? coverOf(dimension, filter.nodes) : [dimension.defaultNode];
      return { dimension, nodes, asked: filter !== undefined };
    });
  checkPeriods(measures, [...rows, ...columns], resting, complain);
  if (errors.length > 0) throw new Refusal('ERR_QUERY_INVALID', { errors });
  return { measures, rows, columns, filters: resting, totals: query.totals === true };
}

function resolveAxis(
  axis: 'rows' | 'columns',
  entries: readonly AxisEntry[],
  cube: CubeModel,
  filters: ReadonlyMap<string, FoundFilter>,
  taken: Set<string>,
  complain: ComplainAt,
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
  found: FoundFilter,
  complain: ComplainAt,
): void {
  const finer = found.nodes.flatMap((node, index) =>
    dimension.hierarchy.depth[node]! > depth ? placeOf(found, index) : [],
  );
  for (const place of new Set(finer)) complain(place, 'This member is finer than the level on the axis');
}
