import type { CuboidDefinition } from '@datakube/contract';
import type { CubeModel, DimensionModel } from '../cubes/cube-model.ts';

/** A declared cuboid with its cell numbering: mixed radix over the dimensions in order, the last running fastest. */
export interface CuboidShape {
  readonly dimensions: readonly DimensionModel[];
  /** Position of each dimension in the cube. */
  readonly positions: readonly number[];
  readonly depth: readonly number[];
  /** Nodes of each dimension down to its depth. */
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  readonly cells: number;
}

export function shapeOf(cube: CubeModel, cuboid: CuboidDefinition): CuboidShape {
  const dimensions = cuboid.dimensions.map((part) => cube.dimension(part.dimension)!);
  const depth = cuboid.dimensions.map((part, index) => dimensions[index]!.depthOf.get(part.level)!);
  const sizes = dimensions.map((dimension, index) => dimension.hierarchy.nodesTo[depth[index]!]!);
  return {
    dimensions,
    positions: dimensions.map((dimension) => cube.dimensions.indexOf(dimension)),
    depth,
    sizes,
    strides: sizes.map((_, index) => sizes.slice(index + 1).reduce((product, size) => product * size, 1)),
    cells: sizes.reduce((product, size) => product * size, 1),
  };
}

/**
 * Adds every node into its parent along one axis, from the leaves upwards. Cells of inner nodes must be 0 before.
 *
 * @param parent parent of each node, -1 for roots
 * @param size nodes on the axis
 * @param stride distance between neighbouring nodes of the axis
 * @param modulus of the sums. Default none
 */
export function rollUp(
  values: Float64Array,
  parent: Int32Array,
  size: number,
  stride: number,
  modulus = Infinity,
): void {
  const block = size * stride;
  for (let node = size - 1; node >= 0; node--) {
    const above = parent[node]!;
    if (above < 0) continue;
    for (let start = 0; start < values.length; start += block) {
      const from = start + node * stride;
      const to = start + above * stride;
      for (let offset = 0; offset < stride; offset++) {
        const sum = values[to + offset]! + values[from + offset]!;
        values[to + offset] = sum < modulus ? sum : sum % modulus;
      }
    }
  }
}

/** The ancestor of a node at a depth, or the node itself when it is not deeper. */
export function ancestorAt(dimension: DimensionModel, node: number, depth: number): number {
  const { parent, depth: depths } = dimension.hierarchy;
  let at = node;
  while (depths[at]! > depth) at = parent[at]!;
  return at;
}
