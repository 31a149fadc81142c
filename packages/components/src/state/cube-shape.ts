import type { Cube } from '@datakube/contract';

type Dimension = Cube['dimensions'][number];

/** The dimension of that name, or undefined. */
export function dimensionOf(cube: Cube, id: string): Dimension | undefined {
  return cube.dimensions.find((dimension) => dimension.id === id);
}

/** Depth of a level: 1 for the coarsest. 0 where the cube has no such level. */
export function depthOf(cube: Cube, dimension: string, level: string): number {
  return (dimensionOf(cube, dimension)?.levels.findIndex(({ id }) => id === level) ?? -1) + 1;
}

/** Name of the level at a depth. */
export function levelAt(cube: Cube, dimension: string, depth: number): string | undefined {
  return dimensionOf(cube, dimension)?.levels[depth - 1]?.id;
}
