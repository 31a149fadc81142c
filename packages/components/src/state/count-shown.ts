import type { Cube, MemberEntry } from '@datakube/contract';
import { depthOf } from './cube-shape.ts';
import type { AxisField, FilterField } from './explorer-state.ts';

/**
 * How many members an axis shows of a dimension: those of its level that a filter keeps, those below the ones that
 * are open, and, as subtotals, the coarser ones that are shown in full.
 *
 * @param members all members of the dimension, in code-list order
 */
export function countShown(
  field: AxisField,
  filter: FilterField | undefined,
  members: readonly MemberEntry[],
  cube: Cube,
): number {
  const tree = treeOf(members);
  const kept = filter && keptCodes(filter, members);
  const within = (member: MemberEntry): boolean => !kept || isWithin(member, kept, tree);
  const shown = members
    .filter(({ level }) => level === field.level)
    // Of a group only a part may be kept: it is shown where it is whole.
    .filter((member) => (member.of ? tree.below(member).every(within) : within(member)));
  const open = new Set(field.open);
  const withOpened = (member: MemberEntry): number =>
    open.has(member.code) ? tree.below(member).reduce((sum, child) => sum + withOpened(child), 1) : 1;
  const below = shown.reduce((sum, member) => sum + withOpened(member), 0);
  return below + (field.parents ? countAbove(field, shown, members, tree, cube) : 0);
}

function countAbove(
  { dimension, level }: AxisField,
  shown: readonly MemberEntry[],
  members: readonly MemberEntry[],
  tree: Tree,
  cube: Cube,
): number {
  const whole = new Set(shown.map(({ code }) => code));
  const depth = (member: MemberEntry): number => depthOf(cube, dimension, member.level);
  const own = depthOf(cube, dimension, level);
  const coarser = members
    .filter((member) => !member.of && depth(member) < own)
    .sort((a, b) => depth(b) - depth(a));
  for (const member of coarser) {
    const children = tree.below(member);
    if (children.length > 0 && children.every(({ code }) => whole.has(code))) whole.add(member.code);
  }
  return whole.size - shown.length;
}

interface Tree {
  readonly above: (member: MemberEntry) => MemberEntry | undefined;
  readonly below: (member: MemberEntry) => readonly MemberEntry[];
  /** The groups a member is in. */
  readonly groups: (member: MemberEntry) => readonly string[];
}

function treeOf(members: readonly MemberEntry[]): Tree {
  const byCode = new Map(members.map((member) => [member.code, member]));
  const children = new Map<string, MemberEntry[]>();
  const groups = new Map<string, string[]>();
  const add = <T>(to: Map<string, T[]>, key: string, item: T): void => {
    const list = to.get(key);
    if (list) list.push(item);
    else to.set(key, [item]);
  };
  for (const member of members) {
    if (member.parent !== null) add(children, member.parent, member);
    for (const code of member.of ?? []) add(groups, code, member.code);
  }
  return {
    above: ({ parent }) => (parent === null ? undefined : byCode.get(parent)),
    below: ({ code, of }) => (of ? of.flatMap((each) => byCode.get(each) ?? []) : (children.get(code) ?? [])),
    groups: ({ code }) => groups.get(code) ?? [],
  };
}

/** True where the member, one above it, or a group with one of these in it is kept. */
function isWithin(member: MemberEntry, kept: ReadonlySet<string>, tree: Tree): boolean {
  for (let at: MemberEntry | undefined = member; at; at = tree.above(at)) {
    if (kept.has(at.code) || tree.groups(at).some((code) => kept.has(code))) return true;
  }
  return false;
}

function keptCodes({ level, keep }: FilterField, members: readonly MemberEntry[]): ReadonlySet<string> {
  if (keep.kind === 'members') return new Set(keep.members);
  const codes = members.filter((member) => member.level === level).map(({ code }) => code);
  if (keep.kind === 'latest') return new Set(codes.slice(-keep.count));
  const from = keep.from === null ? 0 : codes.indexOf(keep.from);
  const to = keep.to === null ? codes.length : codes.indexOf(keep.to) + 1;
  return new Set(from < 0 ? [] : codes.slice(from, to));
}
