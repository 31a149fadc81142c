import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { keptSecret } from './secrets.ts';

const folder = await mkdtemp(join(tmpdir(), 'datakube-secrets-'));
after(() => rm(folder, { recursive: true }));

describe('a kept secret', () => {
  it('is made once, even by several at a time, and only its owner can read it', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => keptSecret(folder, 'seed')));
    for (const secret of all) assert.deepEqual(secret, all[0]);
    assert.equal(all[0]!.length, 32);
    assert.deepEqual(await keptSecret(folder, 'seed'), all[0]);
    assert.equal((await stat(join(folder, 'seed'))).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(folder), ['seed']);
    assert.notDeepEqual(await keptSecret(folder, 'key'), all[0]);
  });

  it('is refused when damaged, and not replaced', async () => {
    await writeFile(join(folder, 'short'), 'abc', { mode: 0o600 });
    await assert.rejects(keptSecret(folder, 'short'), /damaged/);
  });

  it('is refused when others may read it', async () => {
    await keptSecret(folder, 'open');
    await chmod(join(folder, 'open'), 0o640);
    await assert.rejects(keptSecret(folder, 'open'), /read by others/);
  });
});
