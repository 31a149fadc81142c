import type { Tuple } from '@datakube/contract';
import { entryOf, type Axis } from './axis.ts';
import { writtenLabel, type Labels } from './label.ts';

/**
 * The name of a header node that outlives the cell set: dimension and code of the member and of the members
 * it stands under, from the outside in. The same after a swap, a sort or a new answer to the same question.
 *
 * @example `residence:1081/sex:K`
 */
export type NodeKey = string;

/** The key of a node of dimension number `dimension`. */
export function nodeKey(axis: Axis, dimension: number, node: number): NodeKey {
  return tupleKey(axis.tuples[axis.dimensions[dimension]!.first[node]!]!.slice(0, dimension + 1));
}

/** The key of a whole tuple. */
export function tupleKey(tuple: Tuple): NodeKey {
  return tuple.map((entry) => `${entry.dimension}:${entry.code}`).join('/');
}

/** The tuple with a key, or −1 where the axis does not have it. */
export function findTuple(axis: Axis, key: NodeKey): number {
  const codes = key === '' ? [] : key.split('/').map((part) => part.slice(part.indexOf(':') + 1));
  return axis.tuples.findIndex(
    (tuple) =>
      tuple.length === codes.length &&
      tuple.every((entry, d) => entry.code === codes[d]) &&
      tupleKey(tuple) === key,
  );
}

/** The nodes of a dimension whose children are folded away, as a mask over the nodes. */
export function collapsedNodes(
  axis: Axis,
  dimension: number,
  collapsed: ReadonlySet<NodeKey>,
): Uint8Array | null {
  if (collapsed.size === 0) return null;
  const { branch } = axis.dimensions[dimension]!;
  let mask: Uint8Array | null = null;
  for (let node = 0; node < branch.length; node++) {
    if (branch[node] && collapsed.has(nodeKey(axis, dimension, node)))
      (mask ??= new Uint8Array(branch.length))[node] = 1;
  }
  return mask;
}

/** True where a node's children are folded away. */
export function isCollapsed(
  axis: Axis,
  dimension: number,
  node: number,
  collapsed: ReadonlySet<NodeKey>,
): boolean {
  return collapsed.size > 0 && collapsed.has(nodeKey(axis, dimension, node));
}

/** The keys of every node that can be folded, on one axis. */
export function branchKeys(axis: Axis): NodeKey[] {
  return axis.dimensions.flatMap(({ branch }, d) =>
    [...branch.keys()].filter((node) => branch[node]).map((node) => nodeKey(axis, d, node)),
  );
}

/** The label a reader sees for a node. */
export function nodeLabel(axis: Axis, dimension: number, node: number, labels: Labels = 'name'): string {
  return writtenLabel(entryOf(axis, dimension, node), labels);
}
