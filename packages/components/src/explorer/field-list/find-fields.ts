import type { Language, MemberEntry } from '@datakube/contract';
import { searchFor } from '../../localisation/find-text.ts';
import type { Field, FieldLevel } from './field.ts';

/** A field that a search found, and where in it the words are. */
export interface FoundField {
  readonly field: Field;
  /** A synonym that holds the words, where its name does not. */
  readonly synonym: string | null;
  readonly levels: readonly FieldLevel[];
  /** Members that begin with the words first, each part in code-list order. */
  readonly members: readonly MemberEntry[];
}

/** Fields that hold a text in their name, a synonym, a level, a grouping, or a member's name or code. */
export function findFields(
  fields: readonly Field[],
  text: string,
  language: Language,
): readonly FoundField[] {
  if (text.trim() === '') return fields.map((field) => ({ field, synonym: null, levels: [], members: [] }));
  const { holds, begins } = searchFor(text);
  return fields.flatMap((field) => {
    const named = holds(field.name);
    const synonym = named ? undefined : field.synonyms.find(holds);
    const levels = field.levels.filter(({ name }) => holds(name));
    const hits = field.members.filter(({ name, code }) => holds(name[language]) || holds(code));
    const first = ({ name, code }: MemberEntry): boolean => begins(name[language]) || begins(code);
    const members = [...hits.filter(first), ...hits.filter((member) => !first(member))];
    const found = named || synonym !== undefined || levels.length > 0 || members.length > 0;
    return found ? [{ field, synonym: synonym ?? null, levels, members }] : [];
  });
}
