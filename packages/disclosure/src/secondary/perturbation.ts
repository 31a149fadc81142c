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
  /** Per cuboid what a visit needs, worked out once: a search visits many thousand times. */
  readonly faces: readonly Face[];
}

interface Face {
  readonly dimensions: readonly number[];
  readonly sizes: readonly number[];
  /** Hierarchies that are not among the dimensions, and the node the cuboid stands at in each. */
  readonly resting: readonly { readonly hierarchy: number; readonly node: number }[];
}

/** Makes a lattice. */
export function latticeOf(shape: ReleaseShape, relations: readonly Relations[], cells: JointCells): Lattice {
  const additive = shape.hierarchies.map((_, hierarchy) =>
    shape.measures.some(({ kind, additiveOver }) => kind !== 'public' && additiveOver[hierarchy]),
  );
  const faces = shape.cuboids.map((cuboid) => ({
    dimensions: cuboid.dimensions,
    sizes: sizesOf(shape, cuboid),
    resting: shape.hierarchies.flatMap((_, hierarchy) =>
      cuboid.dimensions.includes(hierarchy) ? [] : [{ hierarchy, node: restingNode(cuboid, hierarchy) }],
    ),
  }));
  return { shape, relations, cells, additive, faces };
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
  { faces, cells }: Lattice,
  nodes: readonly (readonly number[])[],
  visit: (cell: number) => boolean,
): void {
  faces: for (const [position, { dimensions, sizes, resting }] of faces.entries()) {
    for (const { hierarchy, node } of resting) if (!nodes[hierarchy]!.includes(node)) continue faces;
    let places = [0];
    for (const [at, size] of sizes.entries()) {
      const longer: number[] = [];
      for (const place of places) {
        for (const node of nodes[dimensions[at]!]!) if (node < size) longer.push(place * size + node);
      }
      places = longer;
    }
    const ids = cells.of[position]!;
    for (const place of places) if (!visit(ids[place]!)) return;
  }
}
