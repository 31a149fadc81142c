import type { DimensionModel } from '../cubes/cube-model.ts';
import type { GroupModel, GroupingModel } from '../cubes/grouping-model.ts';
import { coverOf, isWithin } from './member-cover.ts';
import { opened } from './opened.ts';
import type { ResolvedAxisEntry, ResolvedTop } from './resolved-query.ts';

/** A place of one dimension on an axis, and the nodes whose cells it takes together. */
export type Position =
  | { readonly kind: 'member'; readonly nodes: readonly [number] }
  | {
      readonly kind: 'group';
      readonly grouping: GroupingModel;
      readonly group: GroupModel;
      readonly nodes: readonly number[];
    }
  /** What a choice of the greatest leaves out. */
  | { readonly kind: 'others'; readonly nodes: readonly number[] }
  /** Of everything, or of what a filter keeps. */
  | { readonly kind: 'total'; readonly nodes: readonly number[] };

/** One dimension of an axis, expanded. The tuples of an axis are the product of its dimensions. */
export interface AxisDimension {
  readonly dimension: DimensionModel;
  readonly positions: readonly Position[];
  /** Nodes of its total, shown or not: of everything, or of what a filter keeps. Null where it has none. */
  readonly total: readonly number[] | null;
  /** Nodes of the last place of the level itself. None where no member is left. */
  readonly last: readonly number[];
  /** How many of the positions are still to be chosen, by their numbers. Undefined: all of them are shown. */
  readonly top: ResolvedTop | undefined;
}

/**
 * The places of a dimension: members of the level in code-list order, or the groups of a grouping; subtotals before
 * their children, what is opened below its parent, the total last. A place always holds its member's or group's own
 * number, so a subtotal of which a filter keeps only a part has none.
 */
export function axisPositions(entry: ResolvedAxisEntry, totals: boolean): AxisDimension {
  const { dimension, depth, top } = entry;
  const kept = entry.kept && new Set(entry.kept);
  const shown = nodesAt(dimension, depth).filter((node) => !kept || isWithin(dimension, node, kept));
  const own = entry.grouping ? groups(entry.grouping, dimension, shown) : members(shown);
  const positions = withinOpen(entry.parents ? members(withParents(dimension, shown, depth)) : own, entry);
  const total = dimension.definition.total === null ? null : kept ? coverOf(dimension, shown) : [0];
  if (totals && total) positions.push({ kind: 'total', nodes: total });
  return { dimension, positions, total, last: own.at(-1)?.nodes ?? [], top };
}

function members(nodes: readonly number[]): Position[] {
  return nodes.map((node) => ({ kind: 'member', nodes: [node] }));
}

/** The groups that are shown in full. */
function groups(grouping: GroupingModel, dimension: DimensionModel, shown: readonly number[]): Position[] {
  const whole = new Set(shown);
  return grouping.groups
    .filter(({ nodes }) => nodes.every((node) => whole.has(node)))
    .map((group) => ({ kind: 'group', grouping, group, nodes: coverOf(dimension, group.nodes) }));
}

/** Adds what is opened: below a member those of the next level, below a group its members. */
function withinOpen(
  positions: readonly Position[],
  { dimension, depth, open }: ResolvedAxisEntry,
): Position[] {
  if (!open || open.size === 0) return [...positions];
  const below = opened(dimension, open);
  return positions.flatMap((position) => {
    if (position.kind === 'group' && open.has(position.group.code)) {
      return [position, ...members(position.group.nodes.flatMap((node) => [node, ...below(node)]))];
    }
    const isShut = position.kind !== 'member' || dimension.hierarchy.depth[position.nodes[0]]! < depth;
    return isShut ? position : [position, ...members(below(position.nodes[0]))];
  });
}

/** The members of a level, in code-list order. Depth 0 is the total. */
export function nodesAt(dimension: DimensionModel, depth: number): number[] {
  const { nodesTo } = dimension.hierarchy;
  const first = depth > 0 ? nodesTo[depth - 1]! : 0;
  return Array.from({ length: nodesTo[depth]! - first }, (_, index) => first + index);
}

/** Adds the coarser members that are shown in full, each before the first of its children. */
function withParents(dimension: DimensionModel, shown: readonly number[], depth: number): number[] {
  const { parent } = dimension.hierarchy;
  const whole = new Set(shown);
  for (let above = depth - 1; above >= 1; above--) {
    const broken = new Set(
      nodesAt(dimension, above + 1)
        .filter((node) => !whole.has(node))
        .map((node) => parent[node]!),
    );
    for (const node of nodesAt(dimension, above)) if (!broken.has(node)) whole.add(node);
  }
  return [...whole].sort((a, b) => comparePaths(pathTo(dimension, a), pathTo(dimension, b)));
}

/** The nodes from the root down to this one. */
function pathTo(dimension: DimensionModel, node: number): number[] {
  const path: number[] = [];
  for (let at = node; at >= 0; at = dimension.hierarchy.parent[at]!) path.unshift(at);
  return path;
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    if (a[i] !== b[i]) return a[i]! - b[i]!;
  }
  return a.length - b.length;
}
