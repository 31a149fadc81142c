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
  readonly faces: readonly Face[];
  /** Nodes of a hierarchy that change with a leaf and its partner, worked out once. */
  readonly changed: (hierarchy: number, leaf: number, partner: number) => Int32Array;
}

/** A cuboid as it is walked through. */
export interface Face {
  /** Place of each hierarchy among the dimensions, −1 where the cuboid rests at a node of it. */
  readonly place: Int32Array;
  readonly resting: Int32Array;
  /** Per dimension. */
  readonly hierarchy: Int32Array;
  readonly size: Int32Array;
  readonly stride: Int32Array;
  /** Joint cell of each cell; −1 where an earlier cuboid shows it, so that it is met once. */
  readonly cell: Int32Array;
}

/** Makes a lattice. */
export function latticeOf(shape: ReleaseShape, relations: readonly Relations[], cells: JointCells): Lattice {
  const additive = shape.hierarchies.map((_, hierarchy) =>
    shape.measures.some(({ kind, additiveOver }) => kind !== 'public' && additiveOver[hierarchy]),
  );
  const known = relations.map(() => new Map<number, Int32Array>());
  return {
    shape,
    relations,
    cells,
    additive,
    faces: shape.cuboids.map((_, position) => faceOf(shape, cells, position)),
    changed(hierarchy, leaf, partner) {
      const name = leaf * (relations[hierarchy]!.upwards.length + 1) + partner + 1;
      let nodes = known[hierarchy]!.get(name);
      if (!nodes) {
        nodes = Int32Array.from(changedNodes(relations[hierarchy]!, leaf, partner));
        known[hierarchy]!.set(name, nodes);
      }
      return nodes;
    },
  };
}

function faceOf(shape: ReleaseShape, cells: JointCells, position: number): Face {
  const cuboid = shape.cuboids[position]!;
  const size = Int32Array.from(sizesOf(shape, cuboid));
  const stride = new Int32Array(size.length).fill(1);
  for (let at = size.length - 2; at >= 0; at--) stride[at] = stride[at + 1]! * size[at + 1]!;
  const first = position === 0;
  return {
    place: Int32Array.from(shape.hierarchies, (_, hierarchy) => cuboid.dimensions.indexOf(hierarchy)),
    resting: Int32Array.from(shape.hierarchies, (_, hierarchy) => restingNode(cuboid, hierarchy)),
    hierarchy: Int32Array.from(cuboid.dimensions),
    size,
    stride,
    cell: first ? cells.of[0]! : cells.of[position]!.map((id) => (cells.cuboid[id] === position ? id : -1)),
  };
}

/** Nodes of one hierarchy that change. */
export function changedNodes(relations: Relations, leaf: number, partner: number): number[] {
  const up = relations.upwards[leaf]!;
  if (partner < 0) return [...up];
  const other = relations.upwards[partner]!;
  return [...up.filter((node) => !other.includes(node)), ...other.filter((node) => !up.includes(node))];
}
