import * as z from 'zod/mini';
import { Identifier, MemberCode } from './identifiers.ts';

/** A dimension on an axis, at a level. `parents` puts the coarser levels above their children as subtotals. */
export const AxisEntry = z.strictObject({
  dimension: Identifier,
  level: Identifier,
  parents: z.optional(z.boolean()),
});
export type AxisEntry = z.infer<typeof AxisEntry>;

/** Keeps the named members of a dimension, of any level. Several members are taken together. */
export const Filter = z.strictObject({
  dimension: Identifier,
  members: z.array(MemberCode).check(z.minLength(1), z.maxLength(1000)),
});
export type Filter = z.infer<typeof Filter>;

/**
 * A tabulation. Dimensions on no axis and in no filter stand at their total, or at the latest year.
 *
 * @example
 * ```ts
 * const query: Query = {
 *   measures: ['persons'],
 *   rows: [{ dimension: 'residence', level: 'municipality' }],
 *   columns: [{ dimension: 'time', level: 'year' }],
 *   filters: [{ dimension: 'sex', members: ['K'] }],
 *   totals: true,
 * };
 * ```
 */
export const Query = z.strictObject({
  measures: z.array(Identifier).check(z.minLength(1), z.maxLength(16)),
  rows: z.optional(z.array(AxisEntry).check(z.maxLength(4))),
  columns: z.optional(z.array(AxisEntry).check(z.maxLength(4))),
  filters: z.optional(z.array(Filter).check(z.maxLength(16))),
  /** Adds the total of every dimension on an axis. Default false. */
  totals: z.optional(z.boolean()),
});
export type Query = z.infer<typeof Query>;

/**
 * The canonical form of a query: the same question always gives the same string. It is the query's
 * identity and its cache key. Order on the axes and of the measures matters, order of filters does not.
 */
export function canonicalQuery(query: Query): string {
  const axis = (entries: readonly AxisEntry[] | undefined): unknown[] =>
    (entries ?? []).map((entry) => [entry.dimension, entry.level, entry.parents === true]);
  const filters = (query.filters ?? [])
    .map((filter) => [filter.dimension, [...new Set(filter.members)].sort()])
    .map((filter) => ({ filter, written: JSON.stringify(filter) }))
    .sort((a, b) => (a.written < b.written ? -1 : a.written > b.written ? 1 : 0))
    .map(({ filter }) => filter);
  return JSON.stringify([
    query.measures,
    axis(query.rows),
    axis(query.columns),
    filters,
    query.totals === true,
  ]);
}
