import type { FieldError, Query } from '@datakube/contract';
import type { CubeModel } from '../cubes/cube-model.ts';
import { Refusal } from '../problem/refusal.ts';
import { type ComplainAt, within } from './complain-at.ts';
import { coverOf } from './member-cover.ts';
import { resolveAxisEntry } from './resolve-axis-entry.ts';
import { resolveFilters } from './resolve-filters.ts';
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
  const axis = (name: 'rows' | 'columns'): ResolvedAxisEntry[] =>
    (query[name] ?? []).flatMap((entry, index) => {
      const below = within(`/${name}/${index}`, complain);
      return resolveAxisEntry(entry, { cube, measures, filters, taken }, below, complain) ?? [];
    });
  const rows = axis('rows');
  const columns = axis('columns');
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
