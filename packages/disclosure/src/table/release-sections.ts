import type { Hierarchy } from './hierarchy.ts';
import { sizesOf } from './cuboid.ts';
import type { CuboidShape, RawRelease, ReleaseShape } from './raw-release.ts';

/** Nodes of a hierarchy at and under some of its roots, in their order. */
export function nodesUnder({ parent }: Hierarchy, roots: readonly number[]): Int32Array {
  const inside = new Uint8Array(parent.length);
  for (let node = 0; node < parent.length; node++) {
    const above = parent[node]!;
    inside[node] = above < 0 ? Number(roots.includes(node)) : inside[above]!;
  }
  return Int32Array.from(inside.keys()).filter((node) => inside[node] === 1);
}

/**
 * The part of a release under some of the roots of a hierarchy that has no total: some years of all. No equation
 * goes from one root to another, so parts with different roots can be protected apart, one after the other or
 * at the same time, and put together again by `joinTables`.
 *
 * @param hierarchy position of the hierarchy; every cuboid has it among its dimensions
 * @param nodes from {@link nodesUnder}
 * @throws RangeError when the hierarchy has a total, or a sum of it goes over several roots: its parts are not apart
 *
 * @example
 * ```ts
 * const years = hierarchies[time].nodesTo[1];
 * const parts = Array.from({ length: years }, (_, year) =>
 *   sectionOf(release, time, nodesUnder(hierarchies[time], [year])));
 * ```
 */
export function sectionOf(release: RawRelease, hierarchy: number, nodes: Int32Array): RawRelease {
  return {
    ...sectionOfShape(release, hierarchy, nodes),
    cuboids: release.cuboids.map((cuboid) => {
      const axis = axisOf(release, cuboid, hierarchy);
      const take = (column: Float64Array): Float64Array => takeNodes(column, axis, nodes);
      const { values, contributions, providers } = cuboid;
      return {
        ...cuboid,
        values: values.map(take),
        ...(contributions && { contributions: contributions.map((ranks) => ranks.map(take)) }),
        ...(providers && { providers: take(providers) }),
      };
    }),
  };
}

/** {@link sectionOf} for a release without its numbers. */
export function sectionOfShape(shape: ReleaseShape, hierarchy: number, nodes: Int32Array): ReleaseShape {
  const whole = shape.hierarchies[hierarchy]!;
  if (whole.nodesTo[0] !== 0) throw new RangeError(`${whole.id} has a total: its members hang together`);
  if (shape.cuboids.some(({ dimensions }) => !dimensions.includes(hierarchy))) {
    throw new RangeError(`A cuboid lacks ${whole.id}`);
  }
  const cut = cutHierarchy(whole, nodes);
  return {
    ...shape,
    hierarchies: shape.hierarchies.map((each, position) => (position === hierarchy ? cut : each)),
  };
}

function cutHierarchy({ id, parent, depth, nodesTo, sums }: Hierarchy, nodes: Int32Array): Hierarchy {
  const positions = new Map(Array.from(nodes, (node, position) => [node, position]));
  const at = (node: number): number => {
    const position = positions.get(node);
    if (position === undefined) throw new RangeError(`${id} cannot be cut there: a sum goes over the cut`);
    return position;
  };
  const kept = sums?.filter((sum) => [sum.parent, ...sum.children].some((node) => positions.has(node)));
  return {
    id,
    parent: nodes.map((node) => (parent[node]! < 0 ? -1 : at(parent[node]!))),
    depth: Uint8Array.from(nodes, (node) => depth[node]!),
    nodesTo: nodesTo.map((end) => nodes.filter((node) => node < end).length),
    ...(kept && {
      sums: kept.map((sum) => ({ parent: at(sum.parent), children: sum.children.map(at) })),
    }),
  };
}

/** One dimension of a cuboid or table: its nodes, and the distance between neighbouring ones. */
export interface Axis {
  readonly size: number;
  readonly stride: number;
}

function axisOf(shape: ReleaseShape, cuboid: CuboidShape, hierarchy: number): Axis {
  const sizes = sizesOf(shape, cuboid);
  return axisAt(sizes, cuboid.dimensions.indexOf(hierarchy));
}

/** The axis of a dimension by its position. */
export function axisAt(sizes: readonly number[], position: number): Axis {
  return {
    size: sizes[position]!,
    stride: sizes.slice(position + 1).reduce((product, size) => product * size, 1),
  };
}

/** The cells of some nodes of an axis; nodes the axis does not reach are left out. */
export function takeNodes<Column extends Float64Array | Uint8Array>(
  column: Column,
  { size, stride }: Axis,
  nodes: Int32Array,
): Column {
  const taken = nodes.filter((node) => node < size);
  const blocks = column.length / (size * stride);
  const section = column.slice(0, blocks * taken.length * stride) as Column;
  for (let block = 0; block < blocks; block++) {
    taken.forEach((node, position) => {
      const from = (block * size + node) * stride;
      section.set(column.subarray(from, from + stride), (block * taken.length + position) * stride);
    });
  }
  return section;
}
