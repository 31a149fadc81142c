import type { ProtectedTable } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { ReleaseManifest, ReleaseStore } from './release-store.ts';
import { SuccessionError } from './succession-error.ts';

/** The releases of a family that stand, in its order: what the next must not contradict. */
export type Predecessor = readonly {
  readonly manifest: ReleaseManifest;
  readonly tables: readonly ProtectedTable[];
}[];

/**
 * Finds what a family has published before. Made-up numbers are nobody's, so a release of those stands for
 * nothing. Of a publication that was interrupted, with some cubes of the family stored and others not, nothing
 * counts: it has not been served, and is made again.
 *
 * @returns undefined where nothing has been published
 * @throws SuccessionError when a release cannot be read, or a cube has joined the family since
 */
export async function findPredecessor(
  family: readonly CubeModel[],
  store: ReleaseStore,
): Promise<Predecessor | undefined> {
  const histories = await Promise.all(
    family.map(({ definition: { id } }) =>
      read(id, async () => (await store.history(id)).filter(({ synthetic }) => !synthetic)),
    ),
  );
  if (histories.every((history) => history.length === 0)) return undefined;
  const known = histories.flatMap((history) => history[0] ?? []);
  const together = Math.min(...histories.map((history) => history[0]?.sequence ?? 0));
  if (together === 0) {
    const announced = known.every(({ form }) =>
      family.every(({ definition }) => form?.family.includes(definition.id)),
    );
    if (announced && known.every(({ sequence }) => sequence === 1)) return undefined;
    throw new SuccessionError(known[0]!.cube, 'a cube of its family has not been published with it');
  }
  return Promise.all(
    histories.map((history, index) => {
      const { id } = family[index]!.definition;
      const manifest = history.find(({ since, sequence }) => since <= together && together <= sequence);
      if (!manifest) throw new SuccessionError(id, 'the release before is not there');
      return read(id, async () => ({ manifest, tables: await tablesOf(manifest, store) }));
    }),
  );
}

function tablesOf(manifest: ReleaseManifest, store: ReleaseStore): Promise<ProtectedTable[]> {
  return Promise.all(manifest.cuboids.map((_, position) => store.cuboid(manifest, position)));
}

async function read<T>(cube: string, reading: () => Promise<T>): Promise<T> {
  try {
    return await reading();
  } catch (cause) {
    throw new SuccessionError(cube, 'the release before cannot be read. Restore it from a backup', { cause });
  }
}
