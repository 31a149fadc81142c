import type { Axis, AxisDimension } from './axis.ts';
import { collapsedNodes, type NodeKey } from './node-key.ts';
import type { NodeOrder } from './ranking.ts';

/** Where totals stand on an axis, in relation to the members they sum up. */
export type TotalsPlace = 'before' | 'after' | 'hidden';

export interface AxisOptions {
  readonly totals: TotalsPlace;
  readonly collapsed: ReadonlySet<NodeKey>;
  /** Order within each group of siblings; the order of the code list where it is null. */
  readonly order: NodeOrder | null;
}

/**
 * The visible tuples of an axis, in the order they are shown: totals in their place, each member before its
 * children, and the children of collapsed nodes left out.
 */
export function axisOrder(axis: Axis, options: AxisOptions): Int32Array {
  const order = new Int32Array(axis.tuples.length);
  if (axis.dimensions.length === 0) return order.map((_, index) => index);
  const siblings = axis.dimensions.map(siblingsOf);
  const collapsed = axis.dimensions.map((_, d) => collapsedNodes(axis, d, options.collapsed));
  const innermost = axis.dimensions.length - 1;
  let length = 0;

  const walk = (d: number, nodes: readonly number[]): void => {
    for (const node of arranged(d, nodes)) {
      if (d === innermost) order[length++] = axis.dimensions[d]!.first[node]!;
      else walk(d + 1, siblings[d + 1]!.roots(node));
      if (!collapsed[d]?.[node]) {
        const children = siblings[d]!.children(node);
        if (children.length > 0) walk(d, children);
      }
    }
  };
  const arranged = (d: number, nodes: readonly number[]): readonly number[] => {
    const { total } = axis.dimensions[d]!;
    const members = nodes.filter((node) => !total[node]);
    if (options.order) members.sort((a, b) => options.order!(d, a, b));
    if (options.totals === 'hidden' || members.length === nodes.length) return keepLone(members, nodes);
    const totals = nodes.filter((node) => total[node]);
    return options.totals === 'before' ? [...totals, ...members] : [...members, ...totals];
  };
  walk(0, siblings[0]!.roots(-1));
  return order.subarray(0, length);
}

/** Where a total is all there is, hiding it would leave an axis without a single position. */
function keepLone(members: readonly number[], nodes: readonly number[]): readonly number[] {
  return members.length > 0 ? members : nodes;
}

const known = new WeakMap<AxisDimension, Siblings>();

/** Remembered with the axis, so that a swap, a sort or a fold does not group the nodes again. */
function siblingsOf(dimension: AxisDimension): Siblings {
  let siblings = known.get(dimension);
  if (!siblings) known.set(dimension, (siblings = new Siblings(dimension)));
  return siblings;
}

/** The nodes of a dimension by what they stand under, each list in the order of the code list. */
class Siblings {
  readonly #roots = new Map<number, number[]>();
  readonly #children = new Map<number, number[]>();

  constructor({ first, outer, parent }: AxisDimension) {
    for (let node = 0; node < first.length; node++) {
      if (parent[node]! >= 0) push(this.#children, parent[node]!, node);
      else push(this.#roots, outer[node]!, node);
    }
  }

  roots(outer: number): readonly number[] {
    return this.#roots.get(outer) ?? [];
  }

  children(node: number): readonly number[] {
    return this.#children.get(node) ?? [];
  }
}

function push(lists: Map<number, number[]>, key: number, node: number): void {
  const list = lists.get(key);
  if (list) list.push(node);
  else lists.set(key, [node]);
}
