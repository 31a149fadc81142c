import type {
  Declaration,
  DimensionKind,
  DisclosureRecord,
  Filter,
  Language,
  Measure,
  Note,
  TupleEntry,
} from '@datakube/contract';
import type { ProtectedTable } from '@datakube/disclosure';
import type { CellFlags } from '../derive/flags-of.ts';

/** One dimension of an axis. The tuples of the axis are the product of its dimensions, the last running fastest. */
export interface AnswerDimension {
  readonly id: string;
  /** In the language of the answer. */
  readonly name: string;
  readonly kind: DimensionKind;
  readonly entries: readonly TupleEntry[];
  /** How far each entry stands below the topmost of them: 0 where all are of one level. */
  readonly depths: readonly number[];
}

export interface AnswerAxes {
  readonly rows: readonly AnswerDimension[];
  readonly columns: readonly AnswerDimension[];
}

/** A dimension on no axis, and the members it stands at. */
export interface RestingDimension extends Extract<Filter, { members: unknown }> {
  readonly name: string;
  readonly labels: readonly string[];
  readonly kind: DimensionKind;
}

/** What belongs to the cells and travels with them. */
export interface AnswerMeta {
  readonly cube: string;
  /** Of the cube, in the language of the answer. */
  readonly name: string;
  readonly release: string;
  /** In the order of the table: what each is called, its unit and its decimals. The id is its reference. */
  readonly measures: readonly Measure[];
  readonly notes: readonly Note[];
  readonly declaration: Declaration;
  readonly synthetic: boolean;
  /** Members the dimensions on no axis stand at; those at their total are left out. */
  readonly filters: readonly RestingDimension[];
  readonly language: Language;
  readonly disclosure: DisclosureRecord;
  /** When it was asked for: ISO 8601, UTC. Only files say it. */
  readonly exported: string;
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
