import type { Way } from '@datakube/contract';
import type { ProtectedTable } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { Engine } from '../engines/engine.ts';
import { shapeOf } from '../release/cuboid-shape.ts';
import { familyPolicy } from '../release/family-policy.ts';
import type { ReleaseManifest, ReleaseStore } from '../release/release-store.ts';
import { allowsForm, OUTSIDE_LIMITS, type OutsideLimits } from './admission.ts';
import { NOISY, OPEN } from './cell-status.ts';
import { decideCells, type Decided } from './decide-cells.ts';
import { cellsOfGrain } from './grain-cells.ts';
import { cuboidAt, type Grain, grainsWithin, nameOfGrain, sharedWithWhole } from './grain.ts';
import { releasedStatuses } from './known-cells.ts';
import { createQueue } from './one-at-a-time.ts';
import type { OutsideRelease, OutsideTable } from './outside-release.ts';
import type { OutsideStore } from './outside-store.ts';
import { placementOf, visitShared } from './placement.ts';
import { seedsFrom } from './seeds.ts';
import { tabulateGrain } from './tabulate-grain.ts';

export interface OutsideReleaseOptions {
  readonly engine: Engine;
  readonly releases: ReleaseStore;
  readonly store: OutsideStore;
  /** Secret, 32 bytes: the seed of the releases. */
  readonly seed: Uint8Array;
  readonly limits?: OutsideLimits;
}

/**
 * Answers outside the release from the registers: counts the cuboid, decides about its cells, keeps it. One
 * cuboid at a time; who asks for the same one while it is made waits for it.
 */
export function createOutsideRelease(options: OutsideReleaseOptions): OutsideRelease {
  const { limits = OUTSIDE_LIMITS, store, releases } = options;
  const queue = createQueue();
  const making = new Map<string, Promise<ProtectedTable | undefined>>();
  const refused = new Set<string>();
  const make = async (
    name: string,
    grain: Grain,
    way: Way,
    current: Current,
  ): Promise<ProtectedTable | undefined> => {
    const kept = await store.read(name);
    if (kept) return kept;
    const table = await queue(() => answer(grain, way, current, { ...options, limits }));
    if (table) await store.write(name, table);
    else refused.add(name);
    return table;
  };
  return {
    async find(grain, ways): Promise<OutsideTable | undefined> {
      const current = await currentReleases(grain.cube, releases);
      if (!current) return undefined;
      for (const way of ways) {
        const name = [way, nameOfGrain(grain), ...current.map(({ manifest }) => manifest.id)].join(' ');
        if (!allowsForm(grain, way, limits) || refused.has(name)) continue;
        const made = making.get(name) ?? make(name, grain, way, current);
        making.set(name, made);
        const table = await made.finally(() => making.delete(name));
        if (table) return { way, table };
      }
      return undefined;
    },
  };
}

type Current = readonly { readonly cube: CubeModel; readonly manifest: ReleaseManifest }[];
type Settings = OutsideReleaseOptions & { readonly limits: OutsideLimits };

/** The releases of the family, or undefined while one is missing. */
async function currentReleases(cube: CubeModel, releases: ReleaseStore): Promise<Current | undefined> {
  const found = await Promise.all(
    cube.family().map(async (member) => ({
      cube: member,
      manifest: await releases.current(member.definition.id),
    })),
  );
  return found.every((each): each is Current[number] => each.manifest !== undefined) ? found : undefined;
}

async function answer(
  grain: Grain,
  way: Way,
  current: Current,
  settings: Settings,
): Promise<ProtectedTable | undefined> {
  const decided = await decide(grain, current, settings);
  return way === 'extend' ? decided?.exact : undefined;
}

/** Decides about the cells at a grain and all coarser ones; undefined where the policy has nothing to decide. */
async function decide(grain: Grain, current: Current, settings: Settings): Promise<Decided | undefined> {
  const { engine, releases, seed, limits } = settings;
  const policy = familyPolicy(grain.cube.family());
  if (policy.method !== 'suppress') return undefined;
  const shape = shapeOf(grain.cube, cuboidAt(grain));
  const target = placementOf(grain.cube, cuboidAt(grain));
  const known = await releasedStatuses(target, current, releases);
  for (const each of grainsWithin(grain)) {
    const shared = sharedWithWhole(each);
    const { cells, own } = cellsOfGrain(shape, each);
    if (!shared || own.every((place) => known[cells[place]!] !== OPEN)) continue;
    const whole = allowsForm(shared, 'extend', limits) ? await decide(shared, current, settings) : undefined;
    visitShared(target, placementOf(shared.cube, cuboidAt(shared)), (cell, same) => {
      if (known[cell] === OPEN) known[cell] = whole ? whole.status[same]! : NOISY;
    });
  }
  return decideCells({
    grain,
    shape,
    known,
    policy,
    raw: await tabulateGrain(engine, grain),
    admits: (each) => allowsForm(each, 'extend', limits),
    seedFor: seedsFrom(seed),
  });
}
