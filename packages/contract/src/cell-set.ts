import * as z from 'zod/mini';
import type { Declaration } from './declaration.ts';
import { FLAGS } from './flags.ts';
import { Identifier, MemberCode } from './identifiers.ts';
import { LocalisedText } from './localised-text.ts';

/**
 * The status of a cell. Only `published`, `rounded` and `perturbed` carry a number.
 * `suppressed` says no more than that: never why, never what is near.
 */
export const STATUSES = [
  'published',
  'suppressed',
  'missing',
  'not-applicable',
  'rounded',
  'perturbed',
] as const;
export const Status = z.enum(STATUSES);
export type Status = z.infer<typeof Status>;

const withNumber = ['published', 'rounded', 'perturbed'] as const;

/** True for the statuses that carry a number. */
export function carriesNumber(status: Status): boolean {
  return (withNumber as readonly Status[]).includes(status);
}

/**
 * One dimension's part of a position on an axis. A total has the code `total` and the level `total`; what a
 * choice of the greatest leaves out has the code and the level `others`.
 */
export const TupleEntry = z.object({
  dimension: Identifier,
  level: Identifier,
  code: z.string(),
  label: z.string(),
  kind: z.enum(['member', 'total']),
  /** What holds for every number of the member. */
  flags: z.optional(z.array(z.enum(FLAGS))),
});
export type TupleEntry = z.infer<typeof TupleEntry>;

export const Tuple = z.array(TupleEntry);
export type Tuple = z.infer<typeof Tuple>;

/** What a note is about: a member, or a measure, over one dimension where that is named. */
export type NoteSubject =
  | { readonly dimension: Identifier; readonly member: MemberCode }
  | { readonly measure: string; readonly dimension?: Identifier | undefined };

// One object rather than two alternatives: what checks those would weigh as much as all other notes do.
const About = z.object({
  dimension: z.optional(Identifier),
  member: z.optional(MemberCode),
  measure: z.optional(z.string()),
}) as unknown as z.ZodMiniType<NoteSubject>;

/** A remark that belongs to the answer: a default taken, a caveat of a member in it. */
export const Note = z.object({
  code: z.string(),
  text: LocalisedText,
  /** The member, or the measure (over a dimension), it is about; the whole table where left out. */
  about: z.optional(About),
});
export type Note = z.infer<typeof Note>;

/** One measure of a decoded answer: typed arrays, row by row. `status` holds indices into {@link STATUSES}. */
export interface MeasureColumns {
  /** `NaN` where the status carries no number. */
  readonly value: Float64Array;
  readonly status: Uint8Array;
  /** Bit i is set where {@link FLAGS}[i] holds for the cell alone; left out where none does. Never for a hidden cell. */
  readonly flags?: Uint8Array | undefined;
}

/**
 * A decoded answer, the same whether it travelled as JSON or Arrow. This is what the pivot model and
 * the charts work on. Cell (r, c) of a measure is at index `r * columns.length + c`.
 */
export interface CellSet {
  readonly cube: string;
  readonly release: string;
  readonly rows: readonly Tuple[];
  readonly columns: readonly Tuple[];
  readonly measures: ReadonlyMap<string, MeasureColumns>;
  readonly notes: readonly Note[];
  readonly declaration: Declaration;
  readonly synthetic: boolean;
}
