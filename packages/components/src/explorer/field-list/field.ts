import type { LocalisedText, MemberEntry } from '@datakube/contract';
import type { Zone } from '../../state/index.ts';

/** A level of a field in the list. */
export interface FieldLevel {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  /** Shown in the table, by itself or as a subtotal. */
  readonly used: boolean;
  /** Why it cannot be shown together with what is chosen; null where it can. */
  readonly obstacle: string | null;
  /** What is met outside the release; null inside. */
  readonly outside: string | null;
}

/** A dimension or measure in the list of fields. */
export interface Field {
  readonly id: string;
  readonly kind: 'dimension' | 'measure';
  readonly name: string;
  readonly group: string;
  readonly description: string;
  readonly caveats: readonly string[];
  /** Where it stands; empty where it is not used. */
  readonly zones: readonly Zone[];
  readonly levels: readonly FieldLevel[];
  /** Why it cannot be added to what is chosen; null where it can. */
  readonly obstacle: string | null;
  /** What is met when it is added outside the release; null inside, and for a field that is used. */
  readonly outside: string | null;
  /** Words it is also known by. */
  readonly synonyms: readonly string[];
  readonly members: readonly MemberEntry[];
}

/** A field that a search found, with the members it found in it. */
export interface FoundField {
  readonly field: Field;
  readonly members: readonly {
    readonly code: string;
    readonly level: string;
    readonly name: LocalisedText;
  }[];
}

/** Members listed under a field, at most: the rest is in the choice of members. */
const MEMBERS_LISTED = 4;

/** Fields that hold a text in their name, synonyms, level names, or names of members. */
export function findFields(
  fields: readonly Field[],
  text: string,
  language: 'da' | 'en',
): readonly FoundField[] {
  const wanted = text.trim().toLocaleLowerCase(language);
  if (wanted === '') return fields.map((field) => ({ field, members: [] }));
  const holds = (words: string): boolean => words.toLocaleLowerCase(language).includes(wanted);
  return fields.flatMap((field) => {
    const named = [field.name, ...field.synonyms, ...field.levels.map(({ name }) => name)].some(holds);
    const members = field.members.filter(({ name }) => holds(name[language])).slice(0, MEMBERS_LISTED);
    return named || members.length > 0 ? [{ field, members }] : [];
  });
}
