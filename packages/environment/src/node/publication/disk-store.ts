import { randomBytes } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openTable, type ProtectedTable, SealError, type SealKey, sealTable } from '@datakube/disclosure';
import { link, newestFirst, replacedBy } from '../../release/release-chain.ts';
import { releaseId } from '../../release/release-id.ts';
import type { ReleaseManifest, ReleaseStore } from '../../release/release-store.ts';
import {
  makeFolder,
  namesIn,
  readIfThere,
  replaceDurably,
  syncFolder,
  writeDurably,
} from './durable-file.ts';
import { checkHash, hashOf, openManifest, sealManifest, type StoredManifest } from './sealed-manifest.ts';
import { createByteCache } from '../../answers/byte-cache.ts';

export interface DiskStoreOptions {
  readonly folder: string;
  /** Seals tables and manifests: what was not written with it is refused. */
  readonly key: SealKey;
  /** Bytes of opened tables kept in memory. Default 256 MiB. */
  readonly cacheBytes?: number;
}

const MANIFEST = 'manifest';
const PARTIAL = '.partial-';
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

interface Releases {
  readonly read: readonly ReleaseManifest[];
  /** Names of those that cannot be read. */
  readonly damaged: readonly string[];
}

/**
 * Releases in a folder: `{cube}/{release}/` with a sealed manifest and one sealed file per cuboid. A release is
 * written under another name and appears whole or not at all; what is served changes with one rename. The one
 * that is served is the last in sequence, which stands under the seal: no file points to another.
 *
 * Everything read is checked against its seal: a damaged, altered or exchanged file throws SealError.
 */
export async function openDiskStore(options: DiskStoreOptions): Promise<ReleaseStore> {
  const { folder, key } = options;
  await makeFolder(folder);
  const opened = createByteCache<ProtectedTable>(options.cacheBytes ?? 2 ** 28, bytesOf);
  const stored = new Map<string, StoredManifest>();
  const load = async (cube: string, id: string): Promise<StoredManifest> => {
    const path = `${cube}/${id}`;
    const known = stored.get(path);
    if (known) return known;
    const sealed = await readIfThere(join(folder, path, MANIFEST));
    if (!sealed) throw new SealError();
    const found = await openManifest(sealed.toString('utf8'), key);
    if (found.manifest.cube !== cube || found.manifest.id !== id) throw new SealError();
    stored.set(path, found);
    return found;
  };
  const releasesOf = async (cube: string): Promise<Releases> => {
    const names = (await namesIn(join(folder, nameOf(cube)))).filter((name) => NAME.test(name));
    const found = await Promise.allSettled(names.map((id) => load(cube, id)));
    return {
      read: newestFirst(found.flatMap((each) => (each.status === 'fulfilled' ? [each.value.manifest] : []))),
      damaged: names.filter((_, at) => found[at]!.status === 'rejected'),
    };
  };
  const history = async (cube: string): Promise<readonly ReleaseManifest[]> => {
    const { read, damaged } = await releasesOf(cube);
    // The one that cannot be read may be the newest.
    if (damaged.length > 0) throw new SealError();
    return read;
  };
  return {
    async current(cube) {
      return (await history(cube))[0];
    },
    history,
    async cuboid({ cube, id }, position) {
      const { files } = await load(nameOf(cube), nameOf(id));
      if (files[position] === undefined) throw new RangeError('The release has no such cuboid');
      return opened.get(`${cube}/${id}/${position}`, async () => {
        const bytes = await readFile(join(folder, cube, id, tableFile(position)));
        checkHash(bytes, files[position]);
        return openTable(bytes, key);
      });
    },
    async publish(release, tables) {
      const { cube, predecessor } = release;
      const home = join(folder, nameOf(cube));
      await makeFolder(home);
      await removePartial(home);
      const { read, damaged } = await releasesOf(cube);
      if (predecessor !== undefined && damaged.length > 0) throw new SealError();
      const remove = async (id: string): Promise<void> => {
        await rm(join(home, id), { recursive: true, force: true });
        stored.delete(`${cube}/${id}`);
      };
      const id = await releaseId(release, tables);
      const whole = link(release, id, read);
      const replaced = replacedBy(whole, read);
      for (const name of damaged) await remove(name);
      await writeRelease(home, whole, tables, key);
      stored.delete(`${cube}/${id}`);
      for (const each of replaced) await remove(each.id);
      return whole;
    },
  };
}

/** Writes a release under another name, then gives it its own. */
async function writeRelease(
  home: string,
  manifest: ReleaseManifest,
  tables: readonly ProtectedTable[],
  key: SealKey,
): Promise<void> {
  const place = join(home, manifest.id);
  const there = (await readIfThere(join(place, MANIFEST))) !== undefined;
  const folder = there ? place : join(home, `${PARTIAL}${randomBytes(8).toString('hex')}`);
  // A release that is there already is being served: its files are replaced one by one by the same bytes.
  const write = there ? replaceDurably : writeDurably;
  await makeFolder(folder);
  const files: string[] = [];
  for (const [position, table] of tables.entries()) {
    const bytes = await sealTable(table, key);
    await write(join(folder, tableFile(position)), bytes);
    files.push(hashOf(bytes));
  }
  await write(join(folder, MANIFEST), await sealManifest({ manifest, files }, key));
  await syncFolder(folder);
  if (there) return;
  await rename(folder, place);
  await syncFolder(home);
}

/** Removes what an interrupted publication left behind. */
async function removePartial(home: string): Promise<void> {
  for (const name of await namesIn(home)) {
    if (name.startsWith(PARTIAL)) await rm(join(home, name), { recursive: true, force: true });
  }
}

/** Lets nothing become part of a path but what cubes and releases are called. */
function nameOf(name: unknown): string {
  if (typeof name !== 'string' || !NAME.test(name)) throw new SealError();
  return name;
}

function tableFile(position: number): string {
  return `${position}.table`;
}

function bytesOf(table: ProtectedTable): number {
  return table.cells * table.shape.measures.length * 9;
}
