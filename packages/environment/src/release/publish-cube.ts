import type { DisclosureReport } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { Engine } from '../engines/engine.ts';
import { checkPublished } from './check-published.ts';
import { findPredecessor } from './predecessor.ts';
import { protectFamily } from './protect-family.ts';
import type { ProtectYear } from './protect-years.ts';
import { protectSuccessor } from './protect-successor.ts';
import { formOf } from './release-form.ts';
import type { NewRelease, ReleaseManifest, ReleaseStore } from './release-store.ts';
import { shapeOf } from './cuboid-shape.ts';

/** How far a step has come, as data: the host decides on the words. */
export interface Progress {
  readonly step: 'registers' | 'tabulate' | 'protect' | 'store';
  readonly cube?: string;
  readonly done: number;
  readonly of: number;
}

export interface PublishOptions {
  readonly cube: CubeModel;
  readonly engine: Engine;
  readonly store: ReleaseStore;
  /** Secret, 32 bytes: which secondary cells are hidden depends on it. */
  readonly seed: Uint8Array;
  /** Secret, 32 bytes: record keys and noise of cubes that are perturbed. Needed for those, and never to be changed. */
  readonly noiseSecret?: Uint8Array | undefined;
  /** True when the numbers are made up. They are nobody's, so each release of them begins anew. */
  readonly synthetic: boolean;
  /** What the releases are made from, as a hash: registers and the definitions of the family. Tells whether it is out of date. */
  readonly inputs?: string | undefined;
  /** How much work goes into hiding less, as `protect` takes it. */
  readonly effort?: number | undefined;
  /** `exact` does without certificates: for mocks, where nobody is behind the numbers. Default `certified`. */
  readonly gate?: 'certified' | 'exact' | undefined;
  /** Protects a year of a cube that hides cells: in a thread, say. Default: here, one after the other. */
  readonly protectYear?: ProtectYear | undefined;
  /** Time of publication. */
  readonly clock: () => Date;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Publishes a cube with its family: counts the declared cuboids of all, protects them by the method of their
 * policy, looks once more, and stores each as the current release of its cube. Years that were published before
 * stay as they are; see `protectSuccessor`.
 *
 * @returns the manifest of the cube
 * @throws SuccessionError when it cannot follow what was published before
 * @throws ProtectionError or Error when the release cannot be made safe; the store is then unchanged
 */
export async function publishCube(options: PublishOptions): Promise<ReleaseManifest> {
  const { cube, engine, store, seed, noiseSecret, effort, clock, signal } = options;
  const family = cube.family();
  const report = (step: Progress['step'], id: string, done: number, of: number): void =>
    options.onProgress?.({ step, cube: id, done, of });
  const predecessor = options.synthetic ? undefined : await findPredecessor(family, store);
  const { gate, synthetic, protectYear } = options;
  const protection = {
    engine,
    seed,
    noiseSecret,
    effort,
    gate,
    synthetic,
    protectYear,
    signal,
    onProgress: report,
  };
  const made = predecessor
    ? await protectSuccessor(family, predecessor, protection)
    : await protectFamily(family, protection);
  const { tables } = made;
  tables.forEach((own, index) => checkPublished(family[index]!, own));
  const published = clock().toISOString();
  const manifests: ReleaseManifest[] = [];
  for (const [index, member] of family.entries()) {
    const { id } = member.definition;
    report('store', id, 0, 1);
    const manifest = manifestOf(member, published, made.report, options, predecessor?.[index]?.manifest);
    manifests.push(await store.publish(manifest, tables[index]!));
    report('store', id, 1, 1);
  }
  return manifests[family.indexOf(cube)]!;
}

function manifestOf(
  cube: CubeModel,
  published: string,
  report: DisclosureReport,
  { synthetic, inputs }: PublishOptions,
  predecessor: ReleaseManifest | undefined,
): NewRelease {
  return {
    cube: cube.definition.id,
    published,
    synthetic,
    cuboids: cube.definition.release.cuboids.map((cuboid) => ({
      dimensions: cuboid.dimensions.map((part) => ({ ...part })),
      cells: shapeOf(cube, cuboid).cells,
    })),
    report,
    form: formOf(cube),
    ...(inputs === undefined ? {} : { inputs }),
    ...(predecessor && { predecessor: predecessor.id }),
  };
}
