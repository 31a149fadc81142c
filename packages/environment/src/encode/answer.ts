import type { Declaration, Filter, Language, Note, TupleEntry } from '@datakube/contract';
import type { ProtectedTable } from '@datakube/disclosure';
import type { CellFlags } from '../derive/flags-of.ts';

/** One dimension of an axis. The tuples of the axis are the product of its dimensions, the last running fastest. */
export interface AnswerDimension {
  readonly id: string;
  readonly entries: readonly TupleEntry[];
}

export interface AnswerAxes {
  readonly rows: readonly AnswerDimension[];
  readonly columns: readonly AnswerDimension[];
}

/** What belongs to the cells and travels with them. */
export interface AnswerMeta {
  readonly cube: string;
  readonly release: string;
  /** Words for what is derived from a measure, by its reference; a measure's own number has its name alone. */
  readonly titles: ReadonlyMap<string, string>;
  readonly notes: readonly Note[];
  readonly declaration: Declaration;
  readonly synthetic: boolean;
  /** Members the dimensions on no axis stand at; those at their total are left out. */
  readonly filters: readonly Filter[];
  readonly language: Language;
}

/** All an encoder gets, and so all it can give away. The table has the dimensions rows × columns. */
export interface Answer {
  readonly table: ProtectedTable;
  readonly flags: CellFlags;
  readonly axes: AnswerAxes;
  readonly meta: AnswerMeta;
}

/** Number of tuples of an axis. An axis without dimensions has one, the empty tuple. */
export function tuplesOf(axis: readonly AnswerDimension[]): number {
  return axis.reduce((count, { entries }) => count * entries.length, 1);
}
