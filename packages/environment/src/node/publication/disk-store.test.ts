import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { SealError } from '@datakube/disclosure';
import { createMemoryEngine } from '../../engines/memory/memory-engine.ts';
import { createMemoryStore } from '../../release/memory-store.ts';
import { publishCube } from '../../release/publish-cube.ts';
import type { ReleaseManifest, ReleaseStore } from '../../release/release-store.ts';
import { SuccessionError } from '../../release/succession-error.ts';
import { registersAfter, successiveCube } from '../../testing/successive.ts';
import { openDiskStore } from './disk-store.ts';
import { sealKeyOf } from './secrets.ts';

const root = await mkdtemp(join(tmpdir(), 'datakube-store-'));
after(() => rm(root, { recursive: true }));
const key = await sealKeyOf(new Uint8Array(32).fill(1));
let folders = 0;
const newFolder = (): string => join(root, String(folders++));

/** Publishes what the registers said after so many years. */
function publish(store: ReleaseStore, years = 1, synthetic = false): Promise<ReleaseManifest> {
  return publishCube({
    cube: successiveCube(years),
    engine: createMemoryEngine(registersAfter(years, 150, 1)),
    store,
    seed: new Uint8Array(32).fill(2),
    synthetic,
    effort: 0,
    clock: () => new Date(years),
  });
}

/** A folder with two releases, and its cube's folder. */
async function twoReleases(): Promise<{
  readonly folder: string;
  readonly home: string;
  readonly first: ReleaseManifest;
  readonly second: ReleaseManifest;
}> {
  const folder = newFolder();
  const store = await openDiskStore({ folder, key });
  const first = await publish(store, 1);
  return { folder, home: join(folder, 'tiny'), first, second: await publish(store, 2) };
}

describe('releases on disk', () => {
  it('come back after a restart as they were published, under the name every store gives them', async () => {
    const folder = newFolder();
    const manifest = await publish(await openDiskStore({ folder, key }));
    const memory = createMemoryStore();
    assert.equal((await publish(memory)).id, manifest.id);
    const store = await openDiskStore({ folder, key });
    assert.deepEqual(await store.current('tiny'), manifest);
    for (const position of manifest.cuboids.keys()) {
      const stored = await store.cuboid(manifest, position);
      const direct = await memory.cuboid(manifest, position);
      assert.deepEqual(stored.shape, direct.shape);
      for (const measure of stored.shape.measures.keys())
        assert.deepEqual(stored.columns(measure), direct.columns(measure));
    }
    assert.equal(await store.current('unknown'), undefined);
    await assert.rejects(store.cuboid(manifest, 99), RangeError);
  });

  it('hold no number of a hidden cell in any file', async () => {
    const folder = newFolder();
    const manifest = await publish(await openDiskStore({ folder, key }));
    const files = await readdir(join(folder, 'tiny', manifest.id));
    assert.deepEqual(files.sort(), ['0.table', '1.table', 'manifest']);
  });

  it('serve the former release until the next is whole: killed before the rename', async () => {
    const folder = newFolder();
    const first = await publish(await openDiskStore({ folder, key }), 1);
    const { home: elsewhere, second } = await twoReleases();
    // What a kill leaves: a part of the second release under its temporary name.
    await cp(join(elsewhere, second.id), join(folder, 'tiny', '.partial-0123456789abcdef'), {
      recursive: true,
    });
    await rm(join(folder, 'tiny', '.partial-0123456789abcdef', 'manifest'));
    const store = await openDiskStore({ folder, key });
    assert.deepEqual(await store.current('tiny'), first);
    assert.ok(await store.cuboid(first, 0));
    const again = await publish(store, 2);
    assert.equal(again.id, second.id);
    assert.deepEqual((await readdir(join(folder, 'tiny'))).sort(), [first.id, second.id].sort());
  });

  it('serve the last in sequence, whatever else the folder says', async () => {
    const { folder, home, first, second } = await twoReleases();
    await writeFile(join(home, 'current.json'), JSON.stringify({ release: first.id }));
    const store = await openDiskStore({ folder, key });
    assert.deepEqual(await store.current('tiny'), second);
    assert.deepEqual(await store.history('tiny'), [second, first]);
    assert.equal(second.predecessor, first.id);
  });

  it('do not fall back to an earlier one when the last cannot be read, and are not followed by another', async () => {
    for (const damage of [
      (manifest: string) => writeFile(manifest, 'damaged'),
      (manifest: string) => rm(manifest),
    ]) {
      const { folder, home, second } = await twoReleases();
      await damage(join(home, second.id, 'manifest'));
      const store = await openDiskStore({ folder, key });
      await assert.rejects(store.current('tiny'), SealError);
      await assert.rejects(publish(store, 3), SuccessionError);
      assert.equal((await readdir(home)).length, 2);
    }
  });

  it('are not followed by another when a table cannot be read', async () => {
    const { folder, home, second } = await twoReleases();
    await writeFile(join(home, second.id, '0.table'), 'damaged');
    const store = await openDiskStore({ folder, key });
    await assert.rejects(publish(store, 3), /Restore it from a backup/);
    assert.equal((await store.current('tiny'))?.id, second.id);
  });

  it('begin anew where numbers are made up, and clear away what was damaged', async () => {
    const folder = newFolder();
    const store = await openDiskStore({ folder, key });
    const first = await publish(store, 1, true);
    await writeFile(join(folder, 'tiny', first.id, 'manifest'), 'damaged');
    const again = await openDiskStore({ folder, key });
    const second = await publish(again, 2, true);
    assert.deepEqual(await again.history('tiny'), [second]);
    assert.deepEqual(await readdir(join(folder, 'tiny')), [second.id]);
  });

  it('are refused when a single byte is changed, in any file', async () => {
    const folder = newFolder();
    const manifest = await publish(await openDiskStore({ folder, key }));
    const home = join(folder, 'tiny', manifest.id);
    for (const file of ['0.table', '1.table']) {
      const whole = await readFile(join(home, file));
      for (const at of [0, 60, Math.floor(whole.length / 2), whole.length - 1]) {
        const altered = Buffer.from(whole);
        altered[at]! ^= 1;
        await writeFile(join(home, file), altered);
        const store = await openDiskStore({ folder, key });
        await assert.rejects(store.cuboid(manifest, Number(file[0])), SealError);
      }
      await writeFile(join(home, file), whole.subarray(0, 10));
      await assert.rejects(
        (await openDiskStore({ folder, key })).cuboid(manifest, Number(file[0])),
        SealError,
      );
      await writeFile(join(home, file), whole);
    }
    const text = await readFile(join(home, 'manifest'), 'utf8');
    await writeFile(join(home, 'manifest'), text.replace('"synthetic":false', '"synthetic":true'));
    await assert.rejects((await openDiskStore({ folder, key })).current('tiny'), SealError);
    await writeFile(join(home, 'manifest'), text);
    assert.deepEqual(await (await openDiskStore({ folder, key })).current('tiny'), manifest);
  });

  it('are refused when tables have changed places, and when sealed with another key', async () => {
    const folder = newFolder();
    const manifest = await publish(await openDiskStore({ folder, key }));
    const other = await sealKeyOf(new Uint8Array(32).fill(3));
    await assert.rejects((await openDiskStore({ folder, key: other })).current('tiny'), SealError);
    const home = join(folder, 'tiny', manifest.id);
    await cp(join(home, '1.table'), join(home, '0.table'));
    await assert.rejects((await openDiskStore({ folder, key })).cuboid(manifest, 0), SealError);
  });

  it('are mended by publishing the same content again', async () => {
    const folder = newFolder();
    const manifest = await publish(await openDiskStore({ folder, key }), 1, true);
    await writeFile(join(folder, 'tiny', manifest.id, '0.table'), 'gone');
    const store = await openDiskStore({ folder, key });
    await publish(store, 1, true);
    assert.equal((await store.cuboid(manifest, 0)).cells, manifest.cuboids[0]!.cells);
  });

  it('let no name out of the folder', async () => {
    const folder = newFolder();
    const store = await openDiskStore({ folder, key });
    const manifest = await publish(store);
    for (const name of ['../tiny', '..', '', 'a/b', 'tiny\0']) {
      await assert.rejects(store.current(name), SealError);
      await assert.rejects(store.cuboid({ ...manifest, id: name }, 0), SealError);
    }
  });
});
