import type { CuboidShape, ReleaseShape } from './raw-release.ts';

/** Number of nodes of each dimension of a cuboid. */
export function sizesOf(shape: ReleaseShape, cuboid: CuboidShape): number[] {
  return cuboid.dimensions.map((dimension, at) => shape.hierarchies[dimension]!.nodesTo[cuboid.depth[at]!]!);
}

/** Node at which a cuboid stands in a hierarchy that is not among its dimensions. */
export function restingNode(cuboid: CuboidShape, hierarchy: number): number {
  return cuboid.at?.[hierarchy] ?? 0;
}
