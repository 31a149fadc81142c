import type { MemberEntry } from '@datakube/contract';
import type { CubeModel, DimensionModel } from './cube-model.ts';

export interface MemberSearch {
  /** A level, or a grouping. */
  readonly level?: string | undefined;
  /** Part of a Danish or English name, or of a code. Upper and lower case are alike. */
  readonly search?: string | undefined;
}

/**
 * Members of a dimension, and the groups of its groupings after them: in code-list order, or, for a search, those that begin with the words first
 * and then in Danish alphabetical order (æ, ø, å last; aa as å).
 *
 * @returns undefined when the cube has no such dimension, or the dimension no such level or grouping
 */
export function findMembers(
  model: CubeModel,
  dimension: string,
  wanted: MemberSearch,
): MemberEntry[] | undefined {
  const found = model.dimension(dimension);
  if (!found) return undefined;
  const { level } = wanted;
  if (level !== undefined && !found.depthOf.has(level) && !found.groupings.has(level)) return undefined;
  const entries = [...membersOf(found), ...groupsOf(found)].filter(
    (entry) => level === undefined || entry.level === level,
  );
  const words = fold(wanted.search ?? '');
  if (words === '') return entries;
  return entries
    .map((entry) => ({ entry, rank: rank(entry, words) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank || danish.compare(a.entry.name.da, b.entry.name.da))
    .map(({ entry }) => entry);
}

function membersOf({ members }: DimensionModel): MemberEntry[] {
  return members.flatMap((member) => {
    if (!member) return [];
    const { code, name, level, parent = null } = member;
    return { code, name, level, parent };
  });
}

function groupsOf({ groupings }: DimensionModel): MemberEntry[] {
  return [...groupings.values()].flatMap(({ definition }) =>
    definition.groups.map(({ code, name, members }) => ({
      code,
      name,
      level: definition.id,
      parent: null,
      of: members,
    })),
  );
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
