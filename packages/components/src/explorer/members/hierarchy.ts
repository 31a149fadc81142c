import type { MemberEntry } from '@datakube/contract';

/** The members of a dimension as they lie within each other, in code-list order. Groups of groupings are not in it. */
export interface Hierarchy {
  readonly roots: readonly MemberEntry[];
  readonly members: ReadonlyMap<string, MemberEntry>;
  readonly children: ReadonlyMap<string, readonly MemberEntry[]>;
}

/** @param levels - the levels that are part of it, from the coarsest; members of finer ones are left out */
export function hierarchyOf(members: readonly MemberEntry[], levels: readonly string[]): Hierarchy {
  const shown = members.filter(({ level }) => levels.includes(level));
  const known = new Map(shown.map((member) => [member.code, member]));
  const children = new Map<string, MemberEntry[]>();
  const roots: MemberEntry[] = [];
  for (const member of shown) {
    if (member.parent === null || !known.has(member.parent)) {
      roots.push(member);
      continue;
    }
    const siblings = children.get(member.parent);
    if (siblings) siblings.push(member);
    else children.set(member.parent, [member]);
  }
  return { roots, members: known, children };
}

/** The codes above a member, the nearest first. */
export function ancestorsOf({ members }: Hierarchy, code: string): readonly string[] {
  const above: string[] = [];
  for (let at = members.get(code)?.parent; at && members.has(at); at = members.get(at)?.parent)
    above.push(at);
  return above;
}

/** A line of a tree that is drawn. */
export type TreeRow =
  | {
      readonly kind: 'member';
      readonly member: MemberEntry;
      /** 1 for a root. */
      readonly depth: number;
      /** Place among its siblings, from 1, and how many they are. */
      readonly place: number;
      readonly siblings: number;
      /** Null where there is nothing below. */
      readonly open: boolean | null;
    }
  /** Siblings that are not drawn yet. */
  | { readonly kind: 'more'; readonly parent: string | null; readonly depth: number; readonly left: number };

/** Siblings drawn at once, at most: a code list may hold thousands. */
export const DRAWN_AT_ONCE = 50;

export interface TreeView {
  /** Members whose children are drawn. */
  readonly open: ReadonlySet<string>;
  /** How many siblings are drawn below a member, where it is more than {@link DRAWN_AT_ONCE}; `''` for the roots. */
  readonly drawn: ReadonlyMap<string, number>;
  /** The members that are drawn alone; null for all. */
  readonly only: ReadonlySet<string> | null;
}

/** The lines of a tree, from the top: what is closed is not in it. */
export function treeRows(hierarchy: Hierarchy, view: TreeView): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (family: readonly MemberEntry[], parent: string | null, depth: number): void => {
    const drawn = view.drawn.get(parent ?? '') ?? DRAWN_AT_ONCE;
    const { only } = view;
    const siblings = only ? family.filter(({ code }) => only.has(code)) : family;
    siblings.slice(0, drawn).forEach((member, index) => {
      const below = hierarchy.children.get(member.code);
      const open = below ? view.open.has(member.code) : null;
      rows.push({ kind: 'member', member, depth, place: index + 1, siblings: siblings.length, open });
      if (below && open) add(below, member.code, depth + 1);
    });
    const left = siblings.length - drawn;
    if (left > 0) rows.push({ kind: 'more', parent, depth, left });
  };
  add(hierarchy.roots, null, 1);
  return rows;
}
