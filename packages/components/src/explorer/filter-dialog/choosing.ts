import type { Language, MemberEntry } from '@datakube/contract';
import { fewest, inverted, toggled } from '../members/kept-members.ts';
import type { FilterChoice } from './filter-choice.ts';
import { membersAt, treeOf, type FilterDraft } from './filter-draft.ts';
import { foundMembers } from './member-list.ts';

/** What a choice is made among. */
export interface Scope {
  readonly choice: FilterChoice;
  readonly members: readonly MemberEntry[];
}

/** The draft with one member ticked or unticked. Where one alone can be chosen it takes the place of the other. */
export function ticked(
  draft: FilterDraft,
  { choice, members }: Scope,
  code: string,
  on: boolean,
): FilterDraft {
  if (choice.notAdditive !== null) return { ...draft, chosen: new Set(on ? [code] : []) };
  if (draft.level === null) {
    return { ...draft, chosen: toggled(treeOf(choice, members), draft.chosen, code, choice.whole) };
  }
  const others = [...draft.chosen].filter((other) => other !== code);
  return { ...draft, chosen: new Set(on ? [...others, code] : others) };
}

/** The draft with members added, those of all levels as few as can be. */
export function withMembers(
  draft: FilterDraft,
  { choice, members }: Scope,
  more: readonly MemberEntry[],
): FilterDraft {
  const codes = [...draft.chosen, ...more.map(({ code }) => code)];
  const chosen = draft.level === null ? fewest(treeOf(choice, members), codes, choice.whole) : new Set(codes);
  return { ...draft, chosen };
}

/** The members that can be ticked, and of them those that a search found. */
export function tickable(
  draft: FilterDraft,
  { choice, members }: Scope,
  words: string,
  language: Language,
): readonly MemberEntry[] {
  if (draft.level !== null) return foundMembers(membersAt(members, draft.level), words, language);
  const tree = treeOf(choice, members);
  return words.trim() === '' ? tree.roots : foundMembers([...tree.members.values()], words, language);
}

/** The draft without members. What lies above one of them is no longer kept whole. */
export function withoutMembers(
  draft: FilterDraft,
  { choice, members }: Scope,
  less: readonly MemberEntry[],
): FilterDraft {
  if (draft.level !== null) {
    const codes = new Set(less.map(({ code }) => code));
    return { ...draft, chosen: new Set([...draft.chosen].filter((code) => !codes.has(code))) };
  }
  const tree = treeOf(choice, members);
  const chosen = less.reduce(
    (kept, { code }) => toggled(tree, fewest(tree, [...kept, code], choice.whole), code, choice.whole),
    draft.chosen,
  );
  return { ...draft, chosen };
}

/** The draft with exactly the members that were not chosen. */
export function turnedRound(draft: FilterDraft, { choice, members }: Scope): FilterDraft {
  if (draft.level === null) {
    return { ...draft, chosen: inverted(treeOf(choice, members), draft.chosen) };
  }
  const others = membersAt(members, draft.level).filter(({ code }) => !draft.chosen.has(code));
  return { ...draft, chosen: new Set(others.map(({ code }) => code)) };
}
