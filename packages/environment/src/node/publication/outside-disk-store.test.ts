import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { SealError } from '@datakube/disclosure';
import { tinyRelease } from '../../testing/tiny-release.ts';
import { openOutsideDiskStore } from './outside-disk-store.ts';
import { sealKeyOf } from './secrets.ts';

const folder = await mkdtemp(join(tmpdir(), 'outside-'));
const key = await sealKeyOf(new Uint8Array(32).fill(3));
const { releases, manifest } = await tinyRelease(60);
const [one, other] = [await releases.cuboid(manifest, 0), await releases.cuboid(manifest, 1)];

describe('cuboids outside the release, on disk', () => {
  after(() => rm(folder, { recursive: true }));

  it('come back as they were, and others are not there', async () => {
    const store = await openOutsideDiskStore(folder, key);
    assert.equal(await store.read('one'), undefined);
    await store.write('one', one);
    await store.write('two', other);
    const again = await openOutsideDiskStore(folder, key);
    assert.deepEqual((await again.read('one'))!.columns(0), one.columns(0));
    assert.deepEqual((await again.read('two'))!.shape, other.shape);
    for (const name of await readdir(folder)) assert.match(name, /^[0-9a-f]{64}\.table$/);
  });

  it('are refused when a bit is changed, or two have changed places, or with another key', async () => {
    const store = await openOutsideDiskStore(folder, key);
    const paths = (await readdir(folder)).map((name) => join(folder, name));
    const foreign = await openOutsideDiskStore(folder, await sealKeyOf(new Uint8Array(32).fill(4)));
    await assert.rejects(foreign.read('one'), SealError);
    await rename(paths[0]!, `${paths[0]!}.kept`);
    await rename(paths[1]!, paths[0]!);
    await rename(`${paths[0]!}.kept`, paths[1]!);
    await assert.rejects(store.read('one'), SealError);
    await assert.rejects(store.read('two'), SealError);
    await store.write('one', one);
    for (const path of paths) {
      const bytes = await readFile(path);
      bytes[bytes.length >> 1]! ^= 1;
      await writeFile(path, bytes);
    }
    await assert.rejects(store.read('one'), SealError);
  });
});
