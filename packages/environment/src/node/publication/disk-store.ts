import { randomBytes } from 'node:crypto';
import { readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openTable, type ProtectedTable, SealError, type SealKey, sealTable } from '@datakube/disclosure';
import { releaseId } from '../../release/release-id.ts';
import type { ReleaseManifest, ReleaseStore } from '../../release/release-store.ts';
import { makeFolder, readIfThere, replaceDurably, syncFolder, writeDurably } from './durable-file.ts';
import { checkHash, hashOf, openManifest, sealManifest, type StoredManifest } from './sealed-manifest.ts';
import { createTableCache } from './table-cache.ts';

export interface DiskStoreOptions {
  readonly folder: string;
  /** Seals tables and manifests: what was not written with it is refused. */
  readonly key: SealKey;
  /** Bytes of opened tables kept in memory. Default 256 MiB. */
  readonly cacheBytes?: number;
}

const CURRENT = 'current.json';
const MANIFEST = 'manifest';
const PARTIAL = '.partial-';

/**
 * Releases in a folder: `{cube}/{release}/` with a sealed manifest and one sealed file per cuboid, and
 * `{cube}/current.json`, which names the release that is served. A release is written under another
 * name and appears whole or not at all; what is served changes with one rename.
 *
 * Everything read is checked against its seal: a damaged, altered or exchanged file throws SealError.
 */
export async function openDiskStore(options: DiskStoreOptions): Promise<ReleaseStore> {
  const { folder, key } = options;
  await makeFolder(folder);
  const opened = createTableCache<ProtectedTable>(options.cacheBytes ?? 2 ** 28, bytesOf);
  const stored = new Map<string, StoredManifest>();
  const load = async (cube: string, id: string): Promise<StoredManifest> => {
    const path = `${cube}/${id}`;
    const known = stored.get(path);
    if (known) return known;
    const found = await openManifest(await readFile(join(folder, path, MANIFEST), 'utf8'), key);
    if (found.manifest.cube !== cube || found.manifest.id !== id) throw new SealError();
    stored.set(path, found);
    return found;
  };
  return {
    async current(cube) {
      const pointer = await readIfThere(join(folder, nameOf(cube), CURRENT));
      if (!pointer) return undefined;
      return (await load(cube, releaseIn(pointer.toString('utf8')))).manifest;
    },
    async cuboid({ cube, id }, position) {
      const { files } = await load(nameOf(cube), nameOf(id));
      if (files[position] === undefined) throw new RangeError('The release has no such cuboid');
      return opened.get(`${cube}/${id}/${position}`, async () => {
        const bytes = await readFile(join(folder, cube, id, tableFile(position)));
        checkHash(bytes, files[position]);
        return openTable(bytes, key);
      });
    },
    async publish(manifest, tables) {
      const home = join(folder, nameOf(manifest.cube));
      await makeFolder(home);
      await removePartial(home);
      const whole: ReleaseManifest = { ...manifest, id: await releaseId(manifest, tables) };
      await writeRelease(home, whole, tables, key);
      stored.delete(`${whole.cube}/${whole.id}`);
      await replaceDurably(join(home, CURRENT), `${JSON.stringify({ release: whole.id })}\n`);
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
  for (const name of await readdir(home)) {
    if (name.startsWith(PARTIAL)) await rm(join(home, name), { recursive: true, force: true });
  }
}

function releaseIn(pointer: string): string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(pointer);
  } catch {
    throw new SealError();
  }
  if (typeof parsed !== 'object' || parsed === null || !('release' in parsed)) throw new SealError();
  return nameOf(parsed.release);
}

/** Lets nothing become part of a path but what cubes and releases are called. */
function nameOf(name: unknown): string {
  if (typeof name !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) throw new SealError();
  return name;
}

function tableFile(position: number): string {
  return `${position}.table`;
}

function bytesOf(table: ProtectedTable): number {
  return table.cells * table.shape.measures.length * 9;
}
