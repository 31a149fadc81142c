import type { CubeModel } from '../cubes/cube-model.ts';
import { Refusal } from '../problem/refusal.ts';
import type { ReleaseManifest } from '../release/release-store.ts';
import type { Services } from '../services.ts';
import type { RouteContext } from './route-environment.ts';

/** @throws Refusal `ERR_NOT_FOUND` */
export function findCube({ cubes }: Services, context: RouteContext): CubeModel {
  const cube = cubes.find(({ definition }) => definition.id === context.req.param('cube'));
  if (!cube) throw new Refusal('ERR_NOT_FOUND');
  return cube;
}

/** @throws Refusal `ERR_UNAVAILABLE` when the cube has not been published */
export async function currentRelease({ releases }: Services, cube: CubeModel): Promise<ReleaseManifest> {
  const manifest = await releases.current(cube.definition.id);
  if (!manifest) throw new Refusal('ERR_UNAVAILABLE');
  return manifest;
}
