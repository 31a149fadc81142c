import * as z from 'zod/mini';
import { Identifier, MemberCode } from './identifiers.ts';
import { MeasureReference } from './measure-reference.ts';

/**
 * The members with the greatest numbers alone. A member's number is the one where every other dimension on the
 * axes stands at its total, or at its last member where it has none for the measure; hidden numbers come
 * last, by name in Danish. `others` adds the rest, taken together: hidden as soon as one of them is.
 */
export const Top = z.strictObject({
  count: z.int().check(z.minimum(1), z.maximum(100)),
  /** One of the query's measures. */
  by: MeasureReference,
  others: z.optional(z.boolean()),
});
export type Top = z.infer<typeof Top>;

/**
 * A dimension on an axis, at a level or in one of its groupings.
 *
 * - `parents` puts the coarser levels above their children as subtotals;
 * - `open` shows, below each of the named members, its members of the next level. A member that is itself among
 *   those shown in this way can be open too, one that is not shown opens nothing. Below a group are its members;
 * - `top` keeps the greatest. Not together with `parents` or `open`.
 */
export const AxisEntry = z.strictObject({
  dimension: Identifier,
  level: Identifier,
  parents: z.optional(z.boolean()),
  open: z.optional(z.array(MemberCode).check(z.maxLength(1000))),
  top: z.optional(Top),
});
export type AxisEntry = z.infer<typeof AxisEntry>;

/** Keeps the named members of a dimension, of any level or grouping. Several members are taken together. */
export const MembersFilter = z.strictObject({
  dimension: Identifier,
  members: z.array(MemberCode).check(z.minLength(1), z.maxLength(1000)),
});
export type MembersFilter = z.infer<typeof MembersFilter>;

/** Keeps the last members of a level of time: a window that moves on with each release. */
export const LatestFilter = z.strictObject({
  dimension: Identifier,
  level: Identifier,
  latest: z.int().check(z.minimum(1), z.maximum(1000)),
});
export type LatestFilter = z.infer<typeof LatestFilter>;

/** Keeps the members of a level from one to another, both included, in code-list order. Open at an end left out. */
export const RangeFilter = z.strictObject({
  dimension: Identifier,
  level: Identifier,
  from: z.optional(MemberCode),
  to: z.optional(MemberCode),
});
export type RangeFilter = z.infer<typeof RangeFilter>;

export const Filter = z.union([MembersFilter, LatestFilter, RangeFilter]);
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
  measures: z.array(MeasureReference).check(z.minLength(1), z.maxLength(16)),
  rows: z.optional(z.array(AxisEntry).check(z.maxLength(4))),
  columns: z.optional(z.array(AxisEntry).check(z.maxLength(4))),
  filters: z.optional(z.array(Filter).check(z.maxLength(16))),
  /** Adds the total of every dimension on an axis. Default false. */
  totals: z.optional(z.boolean()),
});
export type Query = z.infer<typeof Query>;
