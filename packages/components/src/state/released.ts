import type { Cube, CuboidDefinition } from '@datakube/contract';
import { depthOf, depthOfField, levelAt } from './cube-shape.ts';
import { axisField, filterField, type ExplorerState } from './explorer-state.ts';
import { better, type Meeting, meetsOutside } from './outside.ts';

/** How deep into each dimension a table reaches. Dimensions that stand at their total are left out. */
export type Reach = ReadonlyMap<string, number>;

/**
 * The part of the cube a state needs. A dimension that has no total is always needed, down to its
 * coarsest level at least, because it has to stand somewhere.
 */
export function reachOf(state: ExplorerState, cube: Cube): Reach {
  const reach = new Map<string, number>();
  for (const dimension of cube.dimensions) {
    const onAxis = axisField(state, dimension.id);
    const filtered = filterField(state, dimension.id);
    const depth = Math.max(
      dimension.total === null ? 1 : 0,
      onAxis ? depthOfField(cube, onAxis) : 0,
      filtered ? depthOf(cube, dimension.id, filtered.level) : 0,
    );
    if (depth > 0) reach.set(dimension.id, depth);
  }
  return reach;
}

/** The same reach with one dimension going down to a depth. */
export function reaching(reach: Reach, dimension: string, depth: number): Reach {
  return new Map(reach).set(dimension, depth);
}

/** Depth to which a cuboid holds a dimension; 0 where it holds only its total. */
export function depthIn(cuboid: CuboidDefinition, cube: Cube, dimension: string): number {
  const held = cuboid.dimensions.find((entry) => entry.dimension === dimension);
  return held ? depthOf(cube, dimension, held.level) : 0;
}

/** True when some released cuboid holds all of it: every subset and every coarser level is part of a cuboid. */
export function isReleased(reach: Reach, cube: Cube): boolean {
  return cube.release.cuboids.some((cuboid) =>
    [...reach].every(([dimension, depth]) => depth <= depthIn(cuboid, cube, dimension)),
  );
}

/** What a combination meets, in the release or outside. */
export function meetingOf(reach: Reach, cube: Cube): Meeting {
  return isReleased(reach, cube) ? 'released' : meetsOutside(reach, cube);
}

/** What can be done with one level of one dimension, given all else that is chosen. */
export interface LevelOffer {
  readonly level: string;
  readonly meets: Meeting;
  /** Anything but a refusal. */
  readonly offered: boolean;
}

/** What can be done with a dimension. It can be added when a level is offered. */
export interface DimensionOffer {
  readonly dimension: string;
  readonly levels: readonly LevelOffer[];
  /** A grouping is offered where the level is whose members it puts together. */
  readonly groupings: readonly LevelOffer[];
  /** The coarsest of the levels that meet the best: the one taken when none is named. Null where none is offered. */
  readonly first: string | null;
}

/**
 * Which levels and groupings of which dimensions can be shown together with what is chosen, and what each meets.
 * For a dimension in use the question is which level it can be changed to, so its present reach on the axes does
 * not count.
 */
export function released(state: ExplorerState, cube: Cube): ReadonlyMap<string, DimensionOffer> {
  const reach = reachOf(state, cube);
  return new Map(
    cube.dimensions.map((dimension) => {
      const filtered = filterField(state, dimension.id);
      const floor = filtered ? depthOf(cube, dimension.id, filtered.level) : 0;
      const offerOf = ({ id }: { readonly id: string }): LevelOffer => {
        const depth = Math.max(depthOf(cube, dimension.id, id), floor);
        const meets = meetingOf(reaching(reach, dimension.id, depth), cube);
        return { level: id, meets, offered: meets !== 'refuse' };
      };
      const levels = dimension.levels.map(offerOf);
      const groupings = dimension.groupings.map(offerOf);
      const best = levels.find(({ meets }) => !levels.some((other) => better(other.meets, meets)));
      return [
        dimension.id,
        { dimension: dimension.id, levels, groupings, first: best?.offered === true ? best.level : null },
      ];
    }),
  );
}

/** The deepest level of a dimension that is released together with a reach. */
export function deepestReleased(reach: Reach, cube: Cube, dimension: string): string | null {
  const others = new Map(reach);
  others.delete(dimension);
  const depths = cube.release.cuboids
    .filter((cuboid) => [...others].every(([id, depth]) => depth <= depthIn(cuboid, cube, id)))
    .map((cuboid) => depthIn(cuboid, cube, dimension));
  return levelAt(cube, dimension, Math.max(0, ...depths)) ?? null;
}
