import type { MemberEntry } from '@datakube/contract';
import { CONTRACT, type FilterField } from '../../state/index.ts';
import { hierarchyOf, type Hierarchy } from '../members/hierarchy.ts';
import { fewest, marksOf } from '../members/kept-members.ts';
import type { FilterChoice, Way } from './filter-choice.ts';

/** A choice under way: nothing of it holds before it is shown. */
export interface FilterDraft {
  readonly way: Way;
  /** The level or grouping chosen from; null for all levels at once, as a tree. */
  readonly level: string | null;
  readonly chosen: ReadonlySet<string>;
  /** How many of the latest. Not a number while none is typed. */
  readonly count: number;
  /** Ends of a range; null for an open one. */
  readonly from: string | null;
  readonly to: string | null;
}

/** How many of the latest are kept where nothing is said yet. */
const LATEST = 3;

/** The draft a choice begins with: what is kept already, or everything that is shown. */
export function draftOf(choice: FilterChoice, members: readonly MemberEntry[]): FilterDraft {
  const { kept } = choice;
  const none: FilterDraft = {
    way: 'members',
    level: choice.level,
    chosen: new Set(),
    count: choice.notAdditive === null ? Math.min(LATEST, membersAt(members, choice.level).length) : 1,
    from: null,
    to: null,
  };
  switch (kept?.kind) {
    case undefined: {
      const all = choice.everything ? membersAt(members, choice.level) : [];
      return { ...none, chosen: new Set(all.map(({ code }) => code)) };
    }
    case 'members': {
      // Several that may not be taken together leave the choice open: none of them is better than the others.
      if (choice.notAdditive !== null && kept.members.length > 1) return none;
      const codes = new Set(kept.members);
      const levels = new Set(members.filter(({ code }) => codes.has(code)).map(({ level }) => level));
      const [level = choice.level] = levels;
      return { ...none, level: levels.size > 1 ? null : level, chosen: codes };
    }
    case 'latest':
      return choice.ways.includes('latest') && (choice.notAdditive === null || kept.count === 1)
        ? { ...none, way: 'latest', count: kept.count }
        : none;
    case 'range':
      return choice.ways.includes('range') ? { ...none, way: 'range', from: kept.from, to: kept.to } : none;
  }
}

/** What a draft keeps, as a filter. `members` without members is no filter; null says why nothing can be shown yet. */
export type Outcome =
  | { readonly kind: 'field'; readonly field: FilterField }
  | { readonly kind: 'nothing' | 'backwards' | 'too-many' };

export function outcomeOf(
  draft: FilterDraft,
  choice: FilterChoice,
  members: readonly MemberEntry[],
): Outcome {
  const { dimension } = choice;
  const level = draft.level ?? choice.level;
  const field = (keep: FilterField['keep'], at = level): Outcome => ({
    kind: 'field',
    field: { dimension, level: at, keep },
  });
  switch (draft.way) {
    case 'latest': {
      const all = membersAt(members, level).length;
      const sound = Number.isInteger(draft.count) && draft.count >= 1 && draft.count <= all;
      return sound ? field({ kind: 'latest', count: draft.count }) : { kind: 'nothing' };
    }
    case 'range': {
      const { from, to } = draft;
      if (from === null && to === null && !choice.instead) return field({ kind: 'members', members: [] });
      return rangeOf(draft, members).length === 0
        ? { kind: 'backwards' }
        : field({ kind: 'range', from, to });
    }
    case 'members': {
      if (draft.chosen.size === 0) return { kind: 'nothing' };
      if (isEverything(draft, choice, members)) return field({ kind: 'members', members: [] });
      // In the order of the code list.
      const kept = members.filter(({ code }) => draft.chosen.has(code));
      if (kept.length === 0) return { kind: 'nothing' };
      if (kept.length > CONTRACT.members) return { kind: 'too-many' };
      return field(
        { kind: 'members', members: kept.map(({ code }) => code) },
        finestOf(kept, choice) ?? level,
      );
    }
  }
}

/** The members that the draft keeps at this moment, for the ways that move on by themselves. */
export function keptNow(draft: FilterDraft, members: readonly MemberEntry[]): readonly MemberEntry[] {
  const at = membersAt(members, draft.level);
  switch (draft.way) {
    case 'latest':
      return draft.count >= 1 ? at.slice(-draft.count) : [];
    case 'range':
      return rangeOf(draft, members);
    case 'members':
      return members.filter(({ code }) => draft.chosen.has(code));
  }
}

/** The same choice by another way, at a level it can be made at. */
export function byWay(draft: FilterDraft, way: Way, choice: FilterChoice): FilterDraft {
  const plain = choice.levels.filter(({ kind }) => kind === 'level');
  const level = plain.some(({ id }) => id === draft.level) ? draft.level : (plain[0]?.id ?? null);
  return { ...draft, way, level: way === 'members' ? draft.level : level };
}

/** The same choice at another level, or as a tree: what is chosen and lies there stays so. */
export function atLevel(
  draft: FilterDraft,
  level: string | null,
  choice: FilterChoice,
  members: readonly MemberEntry[],
): FilterDraft {
  if (level === draft.level) return draft;
  if (level === null) {
    const hierarchy = treeOf(choice, members);
    const within = [...draft.chosen].filter((code) => hierarchy.members.has(code));
    return { ...draft, level, chosen: fewest(hierarchy, within, choice.whole) };
  }
  const there = new Set(membersAt(members, level).map(({ code }) => code));
  const chosen = new Set([...draft.chosen].filter((code) => there.has(code)));
  return { ...draft, level, chosen, from: null, to: null };
}

/** The members of a level or grouping. */
export function membersAt(members: readonly MemberEntry[], level: string | null): readonly MemberEntry[] {
  return members.filter((member) => member.level === level);
}

/** The levels that can be chosen from as one tree. */
export function treeOf({ levels }: FilterChoice, members: readonly MemberEntry[]): Hierarchy {
  return hierarchyOf(
    members,
    levels.filter(({ kind }) => kind === 'level').map(({ id }) => id),
  );
}

function rangeOf({ level, from, to }: FilterDraft, members: readonly MemberEntry[]): readonly MemberEntry[] {
  const at = membersAt(members, level);
  const place = (code: string | null, open: number): number =>
    code === null ? open : at.findIndex((member) => member.code === code);
  const [first, last] = [place(from, 0), place(to, at.length - 1)];
  return first < 0 ? [] : at.slice(first, last + 1);
}

/** All of a level is no filter. All groups are one, for a member may be in none of them. */
function isEverything(
  { level, chosen }: FilterDraft,
  choice: FilterChoice,
  members: readonly MemberEntry[],
): boolean {
  if (choice.instead) return false;
  const isGrouping = choice.levels.some(({ id, kind }) => id === level && kind === 'grouping');
  if (isGrouping && !choice.everything) return false;
  const hierarchy = treeOf(choice, members);
  const mark = marksOf(hierarchy, chosen);
  const all = level === null ? hierarchy.roots : membersAt(members, level);
  const isIn = (code: string): boolean => (level === null ? mark(code) === 'all' : chosen.has(code));
  return all.length > 0 && all.every(({ code }) => isIn(code));
}

function finestOf(kept: readonly MemberEntry[], { levels }: FilterChoice): string | undefined {
  const found = new Set(kept.map(({ level }) => level));
  return levels.filter(({ id }) => found.has(id)).at(-1)?.id;
}
