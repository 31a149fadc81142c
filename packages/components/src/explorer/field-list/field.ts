import type { Cube, Dimension, Measure, MemberEntry } from '@datakube/contract';
import type { MembersStanding } from '../../controllers/member-directory.ts';
import type { Zone } from '../../state/index.ts';

/** A level or grouping of a field in the list. */
export interface FieldLevel {
  readonly id: string;
  readonly kind: 'level' | 'grouping';
  readonly name: string;
  readonly members: number;
  /** Shown in the table, by itself or as a subtotal. */
  readonly used: boolean;
  /** Why it cannot be shown together with what is chosen; null where it can. */
  readonly obstacle: string | null;
  /** What is met outside the release; null inside. */
  readonly outside: string | null;
}

/** What a field is in the definition of its cube, where all that is declared of it stands. */
export type Declared =
  | { readonly kind: 'dimension'; readonly dimension: Dimension; readonly cube: Cube }
  | { readonly kind: 'measure'; readonly measure: Measure; readonly cube: Cube };

/** A dimension or measure in the list of fields. */
export interface Field {
  readonly id: string;
  readonly kind: 'dimension' | 'measure';
  readonly name: string;
  readonly group: string;
  readonly description: string;
  readonly declared: Declared;
  /** Where it stands; empty where it is not used. */
  readonly zones: readonly Zone[];
  /** Of a measure in use: its unit, and whether it adds up over what the table is made of. */
  readonly remark: string | null;
  /** Levels from the coarsest, then groupings. */
  readonly levels: readonly FieldLevel[];
  /** Why it cannot be added to what is chosen; null where it can. */
  readonly obstacle: string | null;
  /** What is met when it is added outside the release; null inside, and for a field that is used. */
  readonly outside: string | null;
  /** Words it is also known by. */
  readonly synonyms: readonly string[];
  readonly members: readonly MemberEntry[];
  readonly standing: MembersStanding;
}
