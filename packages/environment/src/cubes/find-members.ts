import type { MemberEntry } from '@datakube/contract';
import type { CubeModel } from './cube-model.ts';

export interface MemberSearch {
  readonly level?: string | undefined;
  /** Part of a Danish or English name, or of a code. Upper and lower case are alike. */
  readonly search?: string | undefined;
}

/**
 * Members of a dimension: in code-list order, or, for a search, those that begin with the words first
 * and then in Danish alphabetical order (æ, ø, å last; aa as å).
 *
 * @returns undefined when the cube has no such dimension, or the dimension no such level
 */
export function findMembers(
  model: CubeModel,
  dimension: string,
  wanted: MemberSearch,
): MemberEntry[] | undefined {
  const found = model.dimension(dimension);
  if (!found || (wanted.level !== undefined && !found.depthOf.has(wanted.level))) return undefined;
  const entries = found.members.flatMap((member): MemberEntry[] => {
    if (!member || (wanted.level !== undefined && member.level !== wanted.level)) return [];
    return [{ code: member.code, name: member.name, level: member.level, parent: member.parent ?? null }];
  });
  const words = fold(wanted.search ?? '');
  if (words === '') return entries;
  return entries
    .map((entry) => ({ entry, rank: rank(entry, words) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank || danish.compare(a.entry.name.da, b.entry.name.da))
    .map(({ entry }) => entry);
}

const NO_MATCH = 2;
const danish = new Intl.Collator('da', { numeric: true });

function rank(entry: MemberEntry, words: string): number {
  const texts = [entry.name.da, entry.name.en, entry.code].map(fold);
  if (texts.some((text) => text.startsWith(words))) return 0;
  return texts.some((text) => text.includes(words)) ? 1 : NO_MATCH;
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('da');
}
