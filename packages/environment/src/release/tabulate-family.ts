import type { RawRelease } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { Engine } from '../engines/engine.ts';
import { joinReleases } from './join-releases.ts';
import { tabulateCuboids, type TabulateOptions } from './tabulate-cuboids.ts';

export interface TabulateFamilyOptions extends Pick<TabulateOptions, 'signal'> {
  readonly onProgress?: ((cube: string, done: number, of: number) => void) | undefined;
}

/** Counts all cubes of a family, as one release: the cuboids of the first, then those of the next. */
export async function tabulateFamily(
  engine: Engine,
  family: readonly CubeModel[],
  { signal, onProgress }: TabulateFamilyOptions = {},
): Promise<RawRelease> {
  const parts = [];
  for (const cube of family) {
    const { id } = cube.definition;
    const release = await tabulateCuboids(engine, cube, {
      signal,
      onProgress: (done, of) => onProgress?.(id, done, of),
    });
    parts.push({ release, at: placeIn(family, cube) });
  }
  return joinReleases(parts);
}

/** Where a part stands in the whole: at the member that holds its events. */
export function placeIn(
  family: readonly CubeModel[],
  { definition: { partOf } }: CubeModel,
): Map<string, number> {
  if (!partOf) return new Map();
  const whole = family.find(({ definition }) => definition.id === partOf.cube);
  return new Map([[partOf.dimension, whole!.dimension(partOf.dimension)!.nodeOf.get(partOf.member)!]]);
}
