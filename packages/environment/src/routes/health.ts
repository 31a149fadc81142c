import type { Health } from '@datakube/contract';
import { Refusal } from '../problem/refusal.ts';
import type { Services } from '../services.ts';
import type { RouteHandler } from './route-environment.ts';

export function live(): RouteHandler {
  return (context) => context.json({ status: 'live' } satisfies Health);
}

/** Ready when the process is, and every cube has a release. */
export function ready({ cubes, releases, isReady }: Services): RouteHandler {
  return async (context) => {
    const manifests = await Promise.all(cubes.map(({ definition }) => releases.current(definition.id)));
    if (!isReady() || manifests.includes(undefined)) throw new Refusal('ERR_UNAVAILABLE');
    return context.json({ status: 'ready' } satisfies Health);
  };
}
