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
import { tinyCube } from '../../testing/tiny-cube.ts';
import { tinyRegisters } from '../../testing/tiny-registers.ts';
import { openDiskStore } from './disk-store.ts';
import { sealKeyOf } from './secrets.ts';

const root = await mkdtemp(join(tmpdir(), 'datakube-store-'));
after(() => rm(root, { recursive: true }));
const key = await sealKeyOf(new Uint8Array(32).fill(1));
let folders = 0;
const newFolder = (): string => join(root, String(folders++));

function publish(store: ReleaseStore, registersSeed = 1): Promise<ReleaseManifest> {
  return publishCube({
    cube: tinyCube(),
    engine: createMemoryEngine(tinyRegisters(150, registersSeed)),
    store,
    seed: new Uint8Array(32).fill(2),
    synthetic: true,
    clock: () => new Date(0),
  });
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
    assert.deepEqual(files.sort(), ['0.table', '1.table', '2.table', '3.table', 'manifest']);
  });

  it('serve the former release until the next is whole: killed before the rename', async () => {
    const folder = newFolder();
    const first = await publish(await openDiskStore({ folder, key }), 1);
    const second = await publish(await openDiskStore({ folder: newFolder(), key }), 2);
    const elsewhere = join(root, String(folders - 1), 'tiny', second.id);
    // What a kill leaves: a part of the second release under its temporary name.
    await cp(elsewhere, join(folder, 'tiny', '.partial-0123456789abcdef'), { recursive: true });
    await rm(join(folder, 'tiny', '.partial-0123456789abcdef', 'manifest'));
    const store = await openDiskStore({ folder, key });
    assert.deepEqual(await store.current('tiny'), first);
    assert.ok(await store.cuboid(first, 0));
    const again = await publish(store, 2);
    assert.equal(again.id, second.id);
    assert.deepEqual(
      (await readdir(join(folder, 'tiny'))).sort(),
      [first.id, second.id, 'current.json'].sort(),
    );
  });

  it('serve the former release until the next is pointed to: killed between the renames', async () => {
    const folder = newFolder();
    const first = await publish(await openDiskStore({ folder, key }), 1);
    const second = await publish(await openDiskStore({ folder: newFolder(), key }), 2);
    await cp(join(root, String(folders - 1), 'tiny', second.id), join(folder, 'tiny', second.id), {
      recursive: true,
    });
    await writeFile(join(folder, 'tiny', 'current.json.77.partial'), '{"rel');
    const store = await openDiskStore({ folder, key });
    assert.deepEqual(await store.current('tiny'), first);
    assert.equal((await publish(store, 2)).id, second.id);
    assert.equal((await store.current('tiny'))?.id, second.id);
  });

  it('are refused when a single byte is changed, in any file', async () => {
    const folder = newFolder();
    const manifest = await publish(await openDiskStore({ folder, key }));
    const home = join(folder, 'tiny', manifest.id);
    for (const file of ['0.table', '3.table']) {
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
    await writeFile(join(home, 'manifest'), text.replace('"synthetic":true', '"synthetic":false'));
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
    const manifest = await publish(await openDiskStore({ folder, key }));
    await writeFile(join(folder, 'tiny', manifest.id, '0.table'), 'gone');
    const store = await openDiskStore({ folder, key });
    await publish(store);
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
    await writeFile(join(folder, 'tiny', 'current.json'), '{"release":"../../etc"}');
    await assert.rejects(store.current('tiny'), SealError);
    await writeFile(join(folder, 'tiny', 'current.json'), 'not json');
    await assert.rejects(store.current('tiny'), SealError);
  });
});
