import type { Way } from '@datakube/contract';
import {
  hideCells,
  perturbRelease,
  type ProtectedTable,
  type RawRelease,
  recordKeys,
} from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { Engine } from '../engines/engine.ts';
import { shapeOf } from '../release/cuboid-shape.ts';
import { familyPolicy } from '../release/family-policy.ts';
import type { ReleaseManifest, ReleaseStore } from '../release/release-store.ts';
import { allowsForm, OUTSIDE_LIMITS, type OutsideLimits } from './admission.ts';
import { HIDDEN, NOISY, OPEN } from './cell-status.ts';
import { decideCells, type Decided } from './decide-cells.ts';
import { cellsOfGrain } from './grain-cells.ts';
import { cuboidAt, type Grain, grainsWithin, sharedWithWhole } from './grain.ts';
import { releasedStatuses } from './known-cells.ts';
import { noiseRuleOf } from './noise-rule.ts';
import { placementOf, visitShared } from './placement.ts';
import { seedsFrom } from '../release/seeds.ts';
import { tabulateGrain } from './tabulate-grain.ts';

/** The current releases of a family, the whole cube first. */
export type FamilyReleases = readonly { readonly cube: CubeModel; readonly manifest: ReleaseManifest }[];

/** Makes a cuboid outside the release in one way; undefined where it cannot be made safe. */
export type MakeCuboid = (
  grain: Grain,
  way: Way,
  current: FamilyReleases,
) => Promise<ProtectedTable | undefined>;

export interface MakerOptions {
  readonly engine: Engine;
  readonly releases: ReleaseStore;
  /** Secret, 32 bytes: the seed of the releases. */
  readonly seed: Uint8Array;
  /** Secret, 32 bytes: record keys and noise. Without it nothing is answered by `perturb`. */
  readonly noiseSecret?: Uint8Array | undefined;
  readonly limits?: OutsideLimits;
}

/** Counts cuboids outside the release in the registers and decides about their cells. */
export function createMaker(options: MakerOptions): MakeCuboid {
  const settings: Settings = { limits: OUTSIDE_LIMITS, noiseSecret: undefined, ...options };
  return async (grain, way, current) => {
    switch (way) {
      case 'extend': {
        // Of years that are closed, the registers may say something else today than was published.
        if (current.some(({ manifest }) => manifest.sequence > 1)) return undefined;
        const raw = await tabulateGrain(settings.engine, grain);
        return (await decide(grain, raw, current, settings))?.exact;
      }
      case 'perturb':
        return perturb(grain, current, settings);
    }
  };
}

type Settings = MakerOptions & { readonly limits: OutsideLimits };

/**
 * Noise in every cell, the exact ones of the release too. What is hidden there stays hidden, with all that is
 * below it: parts with noise, added up in many ways, would tell what the whole is.
 */
async function perturb(
  grain: Grain,
  current: FamilyReleases,
  settings: Settings,
): Promise<ProtectedTable | undefined> {
  const { engine, noiseSecret } = settings;
  const rule = noiseRuleOf(grain.cube.family());
  if (!noiseSecret || !rule) return undefined;
  const { keys, ...raw } = await tabulateGrain(engine, grain, recordKeys(noiseSecret));
  const [table] = perturbRelease(raw, keys!, rule, noiseSecret);
  const decided = await decide(grain, raw, current, settings);
  if (!decided) return table;
  const hidden = decided.status.map((status) => (status === HIDDEN ? 1 : 0));
  const counted = raw.measures.flatMap(({ id, kind }) => (kind === 'public' ? [] : [id]));
  return hideCells(table!, hidden, counted);
}

/** Decides about the cells at a grain and all coarser ones; undefined where the method hides none. */
async function decide(
  grain: Grain,
  raw: RawRelease,
  current: FamilyReleases,
  settings: Settings,
): Promise<Decided | undefined> {
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
    const whole = allowsForm(shared, 'extend', limits)
      ? await decide(shared, await tabulateGrain(engine, shared), current, settings)
      : undefined;
    visitShared(target, placementOf(shared.cube, cuboidAt(shared)), (cell, same) => {
      if (known[cell] === OPEN) known[cell] = whole ? whole.status[same]! : NOISY;
    });
  }
  return decideCells({
    grain,
    shape,
    known,
    policy,
    raw,
    admits: (each) => allowsForm(each, 'extend', limits),
    seedFor: seedsFrom(seed, 'outside'),
  });
}
