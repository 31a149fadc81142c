import type { CuboidDefinition } from '@datakube/contract';
import type { CubeModel } from '../cubes/cube-model.ts';

/**
 * A combination of levels: how deep every dimension goes, those at their total left out. It names a set of
 * cells, and with all coarser ones a cuboid.
 */
export interface Grain {
  readonly cube: CubeModel;
  /** Depth, from 1, by id of the dimension. */
  readonly depths: ReadonlyMap<string, number>;
}

/** Makes a grain; depths of 0 are left out, dimensions stand in the order of the cube. */
export function grainOf(cube: CubeModel, depths: ReadonlyMap<string, number>): Grain {
  const kept = cube.dimensions.flatMap(({ definition: { id } }): [string, number][] => {
    const depth = depths.get(id) ?? 0;
    return depth > 0 ? [[id, depth]] : [];
  });
  return { cube, depths: new Map(kept) };
}

/** The same text for the same grain, whoever asks and in whatever order. */
export function nameOfGrain({ cube, depths }: Grain): string {
  return [cube.definition.id, ...[...depths].map(([id, depth]) => `${id}.${depth}`)].join(' ');
}

/** The cuboid that ends at the grain. */
export function cuboidAt({ cube, depths }: Grain): CuboidDefinition {
  return {
    dimensions: [...depths].map(([dimension, depth]) => ({
      dimension,
      level: cube.dimension(dimension)!.definition.levels[depth - 1]!.id,
    })),
  };
}

/**
 * All grains of a cuboid, its own last: each comes after those that are coarser. The order depends on the
 * cuboid alone.
 */
export function grainsWithin({ cube, depths }: Grain): Grain[] {
  const all = [...depths].reduce<Map<string, number>[]>(
    (made, [id, deepest]) => {
      const lowest = cube.dimension(id)!.definition.total === null ? 1 : 0;
      return made.flatMap((before) =>
        Array.from({ length: deepest - lowest + 1 }, (_, step) => new Map([...before, [id, lowest + step]])),
      );
    },
    [new Map()],
  );
  const weight = (grain: ReadonlyMap<string, number>): number =>
    [...grain.values()].reduce((sum, depth) => sum + depth, 0);
  return all.sort((a, b) => weight(a) - weight(b)).map((grain) => grainOf(cube, grain));
}

/**
 * The grain of the whole cube that has the cells of a part's grain among its own; undefined where the whole
 * lacks one of the dimensions, and for a cube that is no part. What both show is decided about there.
 */
export function sharedWithWhole({ cube, depths }: Grain): Grain | undefined {
  const { partOf } = cube.definition;
  if (!partOf) return undefined;
  const whole = cube.family()[0]!;
  const home = whole.dimension(partOf.dimension)!;
  if ([...depths.keys()].some((id) => !whole.dimension(id))) return undefined;
  const depth = home.hierarchy.depth[home.nodeOf.get(partOf.member)!]!;
  return grainOf(whole, new Map([...depths, [partOf.dimension, depth]]));
}
