import { type DisclosureReport, protect, type ProtectedTable } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { Engine } from '../engines/engine.ts';
import { checkPublished } from './check-published.ts';
import { familyPolicy } from './family-policy.ts';
import type { ReleaseManifest, ReleaseStore } from './release-store.ts';
import { shapeOf } from './cuboid-shape.ts';
import { tabulateFamily } from './tabulate-family.ts';

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
 * Publishes a cube with its family: counts the declared cuboids of all, protects them as one system, looks
 * once more, and stores each as the current release of its cube.
 *
 * @returns the manifest of the cube
 * @throws ProtectionError or Error when the release cannot be made safe; the store is then unchanged
 */
export async function publishCube(options: PublishOptions): Promise<ReleaseManifest> {
  const { cube, engine, store, seed, clock, signal } = options;
  const family = cube.family();
  const report = (step: Progress['step'], id: string, done: number, of: number): void =>
    options.onProgress?.({ step, cube: id, done, of });
  const raw = await tabulateFamily(engine, family, {
    signal,
    onProgress: (id, done, of) => report('tabulate', id, done, of),
  });
  signal?.throwIfAborted();
  const policy = familyPolicy(family);
  if (policy.method !== 'suppress') throw new RangeError(`No cube is published by ${policy.method} yet`);
  const made = protect(raw, {
    policy,
    seed,
    clock: () => performance.now(),
    onProgress: (_, done, of) => report('protect', cube.definition.id, done, of),
  });
  const tables = splitTables(made.tables, family);
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

function splitTables(tables: readonly ProtectedTable[], family: readonly CubeModel[]): ProtectedTable[][] {
  let from = 0;
  return family.map(({ definition }) => tables.slice(from, (from += definition.release.cuboids.length)));
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
