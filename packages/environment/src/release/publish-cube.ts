import { protect } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { Engine } from '../engines/engine.ts';
import { checkPublished } from './check-published.ts';
import type { ReleaseManifest, ReleaseStore } from './release-store.ts';
import { shapeOf } from './cuboid-shape.ts';
import { tabulateCuboids } from './tabulate-cuboids.ts';

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
  /** What the release is made from, as a hash: registers and definition. Tells whether it is out of date. */
  readonly inputs?: string | undefined;
  /** Time of publication. */
  readonly clock: () => Date;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Publishes a cube: counts the declared cuboids, protects them as one system, looks once more, and
 * stores them as the current release.
 *
 * @throws ProtectionError or Error when the release cannot be made safe; the store is then unchanged
 */
export async function publishCube(options: PublishOptions): Promise<ReleaseManifest> {
  const { cube, engine, store, seed, synthetic, inputs, clock, signal } = options;
  const { id, policy, release } = cube.definition;
  const report = (step: Progress['step'], done: number, of: number): void =>
    options.onProgress?.({ step, cube: id, done, of });
  const raw = await tabulateCuboids(engine, cube, {
    signal,
    onProgress: (done, of) => report('tabulate', done, of),
  });
  signal?.throwIfAborted();
  const made = protect(raw, {
    policy,
    seed,
    clock: () => performance.now(),
    onProgress: (_, done, of) => report('protect', done, of),
  });
  checkPublished(cube, made.tables);
  report('store', 0, 1);
  const manifest = await store.publish(
    {
      cube: id,
      published: clock().toISOString(),
      synthetic,
      cuboids: release.cuboids.map((cuboid) => ({
        dimensions: cuboid.dimensions.map((part) => ({ ...part })),
        cells: shapeOf(cube, cuboid).cells,
      })),
      report: made.report,
      ...(inputs === undefined ? {} : { inputs }),
    },
    made.tables,
  );
  report('store', 1, 1);
  return manifest;
}
