import { restingNode, sizesOf } from '../table/cuboid.ts';
import type { JointCells } from '../table/joint-cells.ts';
import type { ReleaseShape } from '../table/raw-release.ts';
import type { Relations } from '../table/relations.ts';

/**
 * A way to move persons without changing a published number. In each additive hierarchy one person more
 * at a leaf, and, where there is a partner, one fewer at that leaf (signs alternate over the corners).
 * The cells that change are those whose node, in every hierarchy, is above exactly one of the two leaves,
 * or above the leaf where there is no partner. If all of them are hidden, none of them can be
 * calculated: that is a proof, in every system whose additive hierarchies are among these.
 */
export interface Perturbation {
  /** Per hierarchy; −1 where the measures do not add up and the node stays as it is. */
  readonly leaf: Int32Array;
  /** Per hierarchy; −1 where nothing balances the leaf, so that its own totals change too. */
  readonly partner: Int32Array;
}

/** What the search for perturbations needs to know of a release. */
export interface Lattice {
  readonly shape: ReleaseShape;
  readonly relations: readonly Relations[];
  readonly cells: JointCells;
  /** Hierarchies over which some measure adds up. */
  readonly additive: readonly boolean[];
}

/** Nodes of one hierarchy that change. */
export function changedNodes(relations: Relations, leaf: number, partner: number): number[] {
  const up = relations.upwards[leaf]!;
  if (partner < 0) return [...up];
  const other = relations.upwards[partner]!;
  return [...up.filter((node) => !other.includes(node)), ...other.filter((node) => !up.includes(node))];
}

/**
 * Visits the joint cells at the product of node sets, one set per hierarchy. A cell in several cuboids
 * is visited several times. Stops when the visitor returns false.
 */
export function visitProduct(
  { shape, cells }: Lattice,
  nodes: readonly (readonly number[])[],
  visit: (cell: number) => boolean,
): void {
  for (let position = 0; position < shape.cuboids.length; position++) {
    const cuboid = shape.cuboids[position]!;
    if (nodes.some((set, hierarchy) => !cuboid.dimensions.includes(hierarchy) && !set.includes(restingNode(cuboid, hierarchy)))) continue;
    let places = [0];
    sizesOf(shape, cuboid).forEach((size, at) => {
      const inside = nodes[cuboid.dimensions[at]!]!.filter((node) => node < size);
      places = places.flatMap((place) => inside.map((node) => place * size + node));
    });
    const ids = cells.of[position]!;
    for (const place of places) if (!visit(ids[place]!)) return;
  }
}
