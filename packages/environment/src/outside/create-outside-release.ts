import type { ProtectedTable } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { ReleaseStore } from '../release/release-store.ts';
import { allowsForm, OUTSIDE_LIMITS, type OutsideLimits } from './admission.ts';
import { nameOfGrain } from './grain.ts';
import type { FamilyReleases, MakeCuboid } from './make-cuboid.ts';
import { createQueue } from './one-at-a-time.ts';
import type { OutsideRelease, OutsideTable } from './outside-release.ts';
import type { OutsideStore } from './outside-store.ts';

export interface OutsideReleaseOptions {
  readonly releases: ReleaseStore;
  readonly store: OutsideStore;
  readonly make: MakeCuboid;
  readonly limits?: OutsideLimits;
}

/** Raised when cuboids come to be made in another way, so that those kept from before are made anew. */
const FORMAT = 1;

/**
 * Answers outside the release: makes each cuboid once and keeps it. One is made at a time; who asks for the same
 * one while it is made waits for it.
 */
export function createOutsideRelease(options: OutsideReleaseOptions): OutsideRelease {
  const { limits = OUTSIDE_LIMITS, store, releases, make } = options;
  const queue = createQueue();
  const flights = new Map<string, Promise<ProtectedTable | undefined>>();
  const refused = new Set<string>();
  const take = async (
    name: string,
    made: () => Promise<ProtectedTable | undefined>,
  ): Promise<ProtectedTable | undefined> => {
    const kept = await store.read(name);
    if (kept) return kept;
    const table = await queue(made);
    if (table) await store.write(name, table);
    else refused.add(name);
    return table;
  };
  return {
    async find(grain, ways): Promise<OutsideTable | undefined> {
      const current = await currentReleases(grain.cube, releases);
      if (!current) return undefined;
      const made = current.map(({ manifest: { id, inputs } }) => [id, inputs ?? null]);
      for (const way of ways) {
        const name = JSON.stringify([FORMAT, way, nameOfGrain(grain), made]);
        if (!allowsForm(grain, way, limits) || refused.has(name)) continue;
        const flight = flights.get(name) ?? take(name, () => make(grain, way, current));
        flights.set(name, flight);
        const table = await flight.finally(() => flights.delete(name));
        if (table) return { way, table };
      }
      return undefined;
    },
  };
}

/** The releases of the family, or undefined while one is missing. */
async function currentReleases(cube: CubeModel, releases: ReleaseStore): Promise<FamilyReleases | undefined> {
  const found = await Promise.all(
    cube.family().map(async (member) => ({
      cube: member,
      manifest: await releases.current(member.definition.id),
    })),
  );
  return found.every((each): each is FamilyReleases[number] => each.manifest !== undefined)
    ? found
    : undefined;
}
