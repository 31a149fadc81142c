import type { MemberEntry } from '@datakube/contract';
import { ancestorsOf, type Hierarchy } from './hierarchy.ts';

/** How much of a member is kept: itself, part of what is below it, or nothing. */
export type Mark = 'all' | 'some' | 'none';

/** Tells how much of each member is kept. What lies below a kept member is kept with it. */
export function marksOf(hierarchy: Hierarchy, kept: ReadonlySet<string>): (code: string) => Mark {
  const touched = new Set([...kept].flatMap((code) => ancestorsOf(hierarchy, code)));
  return (code) => {
    if (kept.has(code) || ancestorsOf(hierarchy, code).some((above) => kept.has(above))) return 'all';
    return touched.has(code) ? 'some' : 'none';
  };
}

/**
 * The fewest members that keep the same: what lies below a kept member is not kept a second time, and a full
 * set of children is their parent.
 *
 * @param whole - false where children do not make up their parent, as when a person can belong to several
 */
export function fewest(hierarchy: Hierarchy, kept: Iterable<string>, whole = true): ReadonlySet<string> {
  const all = new Set(kept);
  const held = new Set([...all].filter((code) => !ancestorsOf(hierarchy, code).some((at) => all.has(at))));
  if (!whole) return held;
  const families = [...hierarchy.children].reverse();
  // From the finest up: a parent that became whole may make its own parent whole.
  for (let changed = true; changed;) {
    changed = false;
    for (const [parent, family] of families) {
      if (held.has(parent) || !family.every(({ code }) => held.has(code))) continue;
      for (const { code } of family) held.delete(code);
      held.add(parent);
      changed = true;
    }
  }
  return held;
}

/** What is kept after a member was ticked or unticked. What is unticked below a kept member leaves its siblings. */
export function toggled(
  hierarchy: Hierarchy,
  kept: ReadonlySet<string>,
  code: string,
  whole = true,
): ReadonlySet<string> {
  const above = ancestorsOf(hierarchy, code);
  const holder = [code, ...above].find((at) => kept.has(at));
  if (holder === undefined) return fewest(hierarchy, [...kept, code], whole);
  const result = new Set(kept);
  result.delete(holder);
  const path = [code, ...above];
  for (const at of path.slice(0, path.indexOf(holder))) {
    const parent = hierarchy.members.get(at)?.parent ?? '';
    for (const sibling of hierarchy.children.get(parent) ?? []) {
      if (!path.includes(sibling.code)) result.add(sibling.code);
    }
  }
  return result;
}

/** The other members: those of the coarsest levels that hold nothing of what is kept. */
export function inverted(hierarchy: Hierarchy, kept: ReadonlySet<string>): ReadonlySet<string> {
  const mark = marksOf(hierarchy, kept);
  const result = new Set<string>();
  const walk = (family: readonly MemberEntry[]): void => {
    for (const { code } of family) {
      const how = mark(code);
      if (how === 'none') result.add(code);
      if (how === 'some') walk(hierarchy.children.get(code) ?? []);
    }
  };
  walk(hierarchy.roots);
  return result;
}
