import type { Catalogue, Cube, CubeSummary } from '@datakube/contract';
import type { CubeModel } from '../cubes/cube-model.ts';
import { describeCube } from '../cubes/describe-cube.ts';
import { authorise, mayAsk } from '../identity/authorise.ts';
import { waysFor } from '../outside/admission.ts';
import type { ReleaseManifest } from '../release/release-store.ts';
import type { Services } from '../services.ts';
import { currentRelease, findCube } from './find-cube.ts';
import type { RouteHandler } from './route-environment.ts';

/** The published cubes this user may ask; of others not even the name. */
export function catalogue({ cubes, releases }: Services): RouteHandler {
  return async (context) => {
    const open = cubes.filter((cube) => mayAsk(context.get('user'), cube));
    const summaries = open.map(async (cube): Promise<CubeSummary[]> => {
      const manifest = await releases.current(cube.definition.id);
      return manifest ? [summarise(cube, manifest)] : [];
    });
    return context.json({ cubes: (await Promise.all(summaries)).flat() } satisfies Catalogue);
  };
}

export function cube(services: Services): RouteHandler {
  return async (context) => {
    const model = findCube(services, context);
    authorise(context.get('user'), model);
    const manifest = await currentRelease(services, model);
    const ways = services.outside ? waysFor(context.get('user'), model) : [];
    return context.json(describeCube(model, manifest, manifest.synthetic, ways) satisfies Cube);
  };
}

function summarise({ definition }: CubeModel, manifest: ReleaseManifest): CubeSummary {
  const { id, name, description } = definition;
  return {
    id,
    name,
    description,
    release: manifest.id,
    published: manifest.published,
    synthetic: manifest.synthetic,
  };
}
