import type { Axis, AxisDimension } from './axis.ts';
import { collapsedNodes, type NodeKey } from './node-key.ts';
import type { NodeOrder } from './ranking.ts';

/** Where totals stand on an axis, in relation to the members they sum up. */
export type TotalsPlace = 'before' | 'after' | 'hidden';

/** Where a member stands in relation to its children, of which it is the subtotal. */
export type SubtotalsPlace = 'before' | 'after';

export interface AxisOptions {
  readonly totals: TotalsPlace;
  readonly subtotals: SubtotalsPlace;
  readonly collapsed: ReadonlySet<NodeKey>;
  /** Order within each group of siblings; the order of the code list where it is null. */
  readonly order: NodeOrder | null;
}

/**
 * The visible tuples of an axis, in the order they are shown: totals in their place, each member before its
 * children or after them, what a choice of the greatest leaves out after all members, and the children of
 * collapsed nodes left out.
 */
export function axisOrder(axis: Axis, options: AxisOptions): Int32Array {
  const order = new Int32Array(axis.tuples.length);
  if (axis.dimensions.length === 0) return order.map((_, index) => index);
  const siblings = axis.dimensions.map(siblingsOf);
  const collapsed = axis.dimensions.map((_, d) => collapsedNodes(axis, d, options.collapsed));
  const innermost = axis.dimensions.length - 1;
  const after = options.subtotals === 'after';
  let length = 0;

  const walk = (d: number, group: Group): void => {
    for (const node of arranged(group, d, options)) {
      const children = collapsed[d]?.[node] ? undefined : siblings[d]!.children.get(node);
      if (children && after) walk(d, children);
      if (d === innermost) order[length++] = axis.dimensions[d]!.first[node]!;
      else walk(d + 1, siblings[d + 1]!.roots.get(node)!);
      if (children && !after) walk(d, children);
    }
  };
  const roots = siblings[0]!.roots.get(-1);
  if (roots) walk(0, roots);
  return order.subarray(0, length);
}

/** Members in their order, the others after them, and the total on either side. */
function arranged(
  { members, others, totals }: Group,
  d: number,
  { totals: place, order }: AxisOptions,
): readonly number[] {
  const sorted = order ? members.toSorted((a, b) => order(d, a, b)) : members;
  if (others.length + totals.length === 0) return sorted;
  const shown = [...sorted, ...others];
  // Where a total is all there is, hiding it would leave an axis without a single position.
  if (shown.length === 0) return totals;
  if (place === 'hidden') return shown;
  return place === 'before' ? [...totals, ...shown] : [...shown, ...totals];
}

/** The nodes that stand under the same node, each list in the order of the code list. */
interface Group {
  readonly members: number[];
  readonly others: number[];
  readonly totals: number[];
}

/** The nodes of a dimension: roots by the node of the dimension outside, children by their parent. */
interface Siblings {
  readonly roots: ReadonlyMap<number, Group>;
  readonly children: ReadonlyMap<number, Group>;
}

const known = new WeakMap<AxisDimension, Siblings>();

/** Remembered with the axis, so that a swap, a sort or a fold does not group the nodes again. */
function siblingsOf(dimension: AxisDimension): Siblings {
  let siblings = known.get(dimension);
  if (!siblings) known.set(dimension, (siblings = group(dimension)));
  return siblings;
}

function group({ first, outer, parent, total, others }: AxisDimension): Siblings {
  const roots = new Map<number, Group>();
  const children = new Map<number, Group>();
  for (let node = 0; node < first.length; node++) {
    const under = parent[node]!;
    const [groups, key] = under < 0 ? [roots, outer[node]!] : [children, under];
    let found = groups.get(key);
    if (!found) groups.set(key, (found = { members: [], others: [], totals: [] }));
    found[total[node] ? 'totals' : others[node] ? 'others' : 'members'].push(node);
  }
  return { roots, children };
}
