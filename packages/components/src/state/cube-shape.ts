import type { Cube } from '@datakube/contract';
import type { AxisField, FilterField } from './explorer-state.ts';

type Dimension = Cube['dimensions'][number];

/** The dimension of that name, or undefined. */
export function dimensionOf(cube: Cube, id: string): Dimension | undefined {
  return cube.dimensions.find((dimension) => dimension.id === id);
}

/** Depth of a level: 1 for the coarsest. A grouping is as deep as what it puts together. 0 where there is neither. */
export function depthOf(cube: Cube, dimension: string, level: string): number {
  const found = dimensionOf(cube, dimension);
  const base = found?.groupings.find(({ id }) => id === level)?.level ?? level;
  return (found?.levels.findIndex(({ id }) => id === base) ?? -1) + 1;
}

/** Name of the level at a depth. */
export function levelAt(cube: Cube, dimension: string, depth: number): string | undefined {
  return dimensionOf(cube, dimension)?.levels[depth - 1]?.id;
}

/** The level shown below a level, or below a grouping, where a member is open. Undefined below the finest. */
export function levelBelow(cube: Cube, dimension: string, level: string): string | undefined {
  const grouping = dimensionOf(cube, dimension)?.groupings.find(({ id }) => id === level);
  return grouping?.level ?? levelAt(cube, dimension, depthOf(cube, dimension, level) + 1);
}

/** The level above a level or a grouping. Undefined above the coarsest. */
export function levelAbove(cube: Cube, dimension: string, level: string): string | undefined {
  return levelAt(cube, dimension, depthOf(cube, dimension, level) - 1);
}

/** True where the name is that of a grouping and not of a level. */
export function isGrouping(cube: Cube, dimension: string, level: string): boolean {
  return dimensionOf(cube, dimension)?.groupings.some(({ id }) => id === level) === true;
}

/** How deep an axis goes into its dimension, with what is open. */
export function depthOfField(cube: Cube, { dimension, level, open, finest }: AxisField): number {
  const own = depthOf(cube, dimension, level);
  if (open.length === 0) return own;
  const below = finest ?? levelBelow(cube, dimension, level);
  return Math.max(own, below === undefined ? 0 : depthOf(cube, dimension, below));
}

/** Members of a level or a grouping. */
export function sizeOf(cube: Cube, dimension: string, level: string): number {
  const found = dimensionOf(cube, dimension);
  return [...(found?.levels ?? []), ...(found?.groupings ?? [])].find(({ id }) => id === level)?.members ?? 0;
}

/** True where the cube can keep that: the level is there, and only periods have a latest. */
export function canKeep(cube: Cube, { dimension, level, keep }: FilterField): boolean {
  if (depthOf(cube, dimension, level) === 0) return false;
  return keep.kind !== 'latest' || dimensionOf(cube, dimension)?.kind === 'time';
}
