import type { DimensionModel } from '../cubes/cube-model.ts';

/**
 * The fewest nodes that hold exactly the named ones: a member inside another counts once, and a full set
 * of children is their parent. The latter is exact because every event has one member, so it is not
 * done where a person can have several or none.
 *
 * @returns nodes in ascending order
 */
export function coverOf(dimension: DimensionModel, named: Iterable<number>): number[] {
  const { parent } = dimension.hierarchy;
  const held = new Set(named);
  for (const node of [...held]) {
    if (hasAncestorIn(dimension, node, held)) held.delete(node);
  }
  if (dimension.definition.source.multiple === true) return ascending(held);
  // Children have higher numbers than their parent: from the highest down, each family is seen complete.
  const children = childCounts(dimension);
  const present = new Map<number, number[]>();
  for (let node = parent.length - 1; node >= 0; node--) {
    const family = present.get(node);
    if (family && family.length === children[node]) {
      for (const child of family) held.delete(child);
      held.add(node);
    }
    const above = parent[node]!;
    if (held.has(node) && above >= 0) present.set(above, [...(present.get(above) ?? []), node]);
  }
  return ascending(held);
}

/** True if the node is among the given ones or below one of them. */
export function isWithin(dimension: DimensionModel, node: number, nodes: ReadonlySet<number>): boolean {
  return nodes.has(node) || hasAncestorIn(dimension, node, nodes);
}

function hasAncestorIn(dimension: DimensionModel, node: number, nodes: ReadonlySet<number>): boolean {
  const { parent } = dimension.hierarchy;
  for (let above = parent[node]!; above >= 0; above = parent[above]!) {
    if (nodes.has(above)) return true;
  }
  return false;
}

function childCounts(dimension: DimensionModel): Int32Array {
  const counts = new Int32Array(dimension.hierarchy.parent.length);
  for (const above of dimension.hierarchy.parent) {
    if (above >= 0) counts[above]!++;
  }
  return counts;
}

function ascending(nodes: Iterable<number>): number[] {
  return [...nodes].sort((a, b) => a - b);
}
