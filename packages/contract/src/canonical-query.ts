import type { AxisEntry, Filter, Query } from './query.ts';

/**
 * The canonical form of a query: the same question always gives the same string. It is the query's
 * identity and its cache key. Order on the axes and of the measures matters, order of filters does not.
 */
export function canonicalQuery(query: Query): string {
  return JSON.stringify([
    query.measures,
    (query.rows ?? []).map(writtenEntry),
    (query.columns ?? []).map(writtenEntry),
    (query.filters ?? []).map((filter) => JSON.stringify(writtenFilter(filter))).sort(),
    query.totals === true,
  ]);
}

function writtenEntry({ dimension, level, parents, open = [], top }: AxisEntry): unknown[] {
  return [
    dimension,
    level,
    parents === true,
    asSet(open),
    top ? [top.count, top.by, top.others === true] : 0,
  ];
}

function writtenFilter(filter: Filter): unknown[] {
  const { dimension } = filter;
  if ('members' in filter) return [dimension, asSet(filter.members)];
  if ('latest' in filter) return [dimension, filter.level, filter.latest];
  return [dimension, filter.level, filter.from ?? 0, filter.to ?? 0];
}

function asSet(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort();
}
