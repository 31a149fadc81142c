import { restingNode, sizesOf } from '../table/cuboid.ts';
import type { JointCells } from '../table/joint-cells.ts';
import type { ReleaseShape } from '../table/raw-release.ts';
import type { Relations } from '../table/relations.ts';

/**
 * Nodes of one hierarchy that change when one person more is counted at a leaf and one fewer at its
 * partner: +1 above the leaf alone, −1 above the partner alone.
 */
export interface Option {
  readonly nodes: Int32Array;
  readonly signs: Int8Array;
}

/** A cuboid as the search walks through it. */
export interface Face {
  /** Position of each hierarchy among the dimensions, −1 where the cuboid rests at a node of it. */
  readonly at: Int32Array;
  readonly resting: Int32Array;
  /** Hierarchies that are not among the dimensions. */
  readonly restingHierarchies: Int32Array;
  readonly hierarchies: Int32Array;
  readonly sizes: Int32Array;
  readonly strides: Int32Array;
  /** Joint cell of each cell; −1 where another face shows it and is walked instead. */
  readonly cell: Int32Array;
}

/** The moves of a release: a move is one option per hierarchy, and changes the product of their nodes. */
export interface MoveSpace {
  readonly shape: ReleaseShape;
  readonly cells: JointCells;
  readonly relations: readonly Relations[];
  /** Hierarchies over which some measure adds up. In the others a move stays at one node. */
  readonly additive: readonly boolean[];
  readonly faces: readonly Face[];
  /** Per hierarchy and node: leaves under the same parent. Moves among them leave everything above as it is. */
  readonly near: readonly (readonly (readonly number[])[])[];
  /** The option of a leaf and its partner; −1 for no partner: the totals above the leaf change too. */
  option(hierarchy: number, leaf: number, partner: number): Option;
  /** The option that stays at a node. */
  staying(hierarchy: number, node: number): Option;
}

export function moveSpace(
  shape: ReleaseShape,
  relations: readonly Relations[],
  cells: JointCells,
  additive: readonly boolean[],
): MoveSpace {
  const known = relations.map(() => new Map<number, Option>());
  const option = (hierarchy: number, leaf: number, partner: number): Option => {
    const key = leaf * (shape.hierarchies[hierarchy]!.parent.length + 1) + partner + 1;
    let found = known[hierarchy]!.get(key);
    if (!found) {
      found = optionOf(relations[hierarchy]!, leaf, partner);
      known[hierarchy]!.set(key, found);
    }
    return found;
  };
  return {
    shape,
    cells,
    relations,
    additive,
    faces: shape.cuboids.map((_, position) => faceOf(shape, cells, position)),
    near: relations.map(nearOf),
    option,
    staying: (_, node) => ({ nodes: Int32Array.of(node), signs: Int8Array.of(1) }),
  };
}

function nearOf({ sums, leavesUnder, upwards }: Relations): number[][] {
  const near = upwards.map(() => new Set<number>());
  for (const { parent, children } of sums) {
    for (const child of children) leavesUnder[parent]!.forEach((leaf) => near[child]!.add(leaf));
  }
  return near.map((leaves) => [...leaves]);
}

function optionOf({ upwards }: Relations, leaf: number, partner: number): Option {
  const more = upwards[leaf]!;
  const fewer = partner < 0 ? [] : upwards[partner]!;
  const up = more.filter((node) => !fewer.includes(node));
  const down = fewer.filter((node) => !more.includes(node));
  return {
    nodes: Int32Array.from([...up, ...down]),
    signs: Int8Array.from([...up.map(() => 1), ...down.map(() => -1)]),
  };
}

function faceOf(shape: ReleaseShape, cells: JointCells, position: number): Face {
  const cuboid = shape.cuboids[position]!;
  const sizes = sizesOf(shape, cuboid);
  const at = Int32Array.from(shape.hierarchies, (_, hierarchy) => cuboid.dimensions.indexOf(hierarchy));
  return {
    at,
    resting: at.map((dimension, hierarchy) => (dimension < 0 ? restingNode(cuboid, hierarchy) : -1)),
    restingHierarchies: Int32Array.from([...at.keys()].filter((hierarchy) => at[hierarchy]! < 0)),
    hierarchies: Int32Array.from(cuboid.dimensions),
    sizes: Int32Array.from(sizes),
    strides: Int32Array.from(sizes, (_, dimension) =>
      sizes.slice(dimension + 1).reduce((product, size) => product * size, 1),
    ),
    cell: cells.of[position]!.map((id) => (cells.cuboid[id] === position ? id : -1)),
  };
}

/** Members a move through a node can be made of. */
export interface Choice {
  readonly leaves: readonly number[];
  /** The last one is −1: no partner, so that the totals change too. */
  readonly partners: readonly number[];
}

/** Leaves and partners for a node of a hierarchy: near ones, or all. Worked out once for each. */
export function choicesOf({
  relations,
  near,
}: MoveSpace): (hierarchy: number, node: number, wide: boolean) => Choice {
  const known = relations.map(({ upwards }) => new Array<Choice | undefined>(2 * upwards.length));
  return (hierarchy, node, wide) => {
    const key = 2 * node + (wide ? 1 : 0);
    return (known[hierarchy]![key] ??= choiceOf(relations[hierarchy]!, near[hierarchy]![node]!, node, wide));
  };
}

function choiceOf(
  { leavesUnder, upwards, leaves }: Relations,
  near: readonly number[],
  node: number,
  wide: boolean,
): Choice {
  const under = leavesUnder[node]!;
  if (upwards[node]!.length === 1) return { leaves: under, partners: [-1] };
  const outside = (list: readonly number[]): number[] => list.filter((one) => !upwards[one]!.includes(node));
  const beside = wide ? [] : outside(near);
  return { leaves: under, partners: [...(beside.length > 0 ? beside : outside(leaves)), -1] };
}
