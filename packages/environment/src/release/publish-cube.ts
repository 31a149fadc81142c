import type { DisclosureReport } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { Engine } from '../engines/engine.ts';
import { checkPublished } from './check-published.ts';
import { protectFamily } from './protect-family.ts';
import type { ReleaseManifest, ReleaseStore } from './release-store.ts';
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
  /** True when the numbers are made up. */
  readonly synthetic: boolean;
  /** What the releases are made from, as a hash: registers and the definitions of the family. Tells whether it is out of date. */
  readonly inputs?: string | undefined;
  /** Time of publication. */
  readonly clock: () => Date;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Publishes a cube with its family: counts the declared cuboids of all, protects them by the method of their
 * policy, looks once more, and stores each as the current release of its cube.
 *
 * @returns the manifest of the cube
 * @throws ProtectionError or Error when the release cannot be made safe; the store is then unchanged
 */
export async function publishCube(options: PublishOptions): Promise<ReleaseManifest> {
  const { cube, engine, store, seed, noiseSecret, clock, signal } = options;
  const family = cube.family();
  const report = (step: Progress['step'], id: string, done: number, of: number): void =>
    options.onProgress?.({ step, cube: id, done, of });
  const made = await protectFamily(family, { engine, seed, noiseSecret, signal, onProgress: report });
  const { tables } = made;
  tables.forEach((own, index) => checkPublished(family[index]!, own));
  const published = clock().toISOString();
  const manifests: ReleaseManifest[] = [];
  for (const [index, member] of family.entries()) {
    const { id } = member.definition;
    report('store', id, 0, 1);
    const manifest = manifestOf(member, published, made.report, options);
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
): Omit<ReleaseManifest, 'id'> {
  return {
    cube: cube.definition.id,
    published,
    synthetic,
    cuboids: cube.definition.release.cuboids.map((cuboid) => ({
      dimensions: cuboid.dimensions.map((part) => ({ ...part })),
      cells: shapeOf(cube, cuboid).cells,
    })),
    report,
    ...(inputs === undefined ? {} : { inputs }),
  };
}
