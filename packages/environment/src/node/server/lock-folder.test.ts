import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { lockFolder } from './lock-folder.ts';

const root = await mkdtemp(join(tmpdir(), 'datakube-lock-'));
after(() => rm(root, { recursive: true }));

describe('a folder', () => {
  it('is taken by one environment at a time', async () => {
    const folder = join(root, 'one');
    const release = await lockFolder(folder);
    assert.equal((await stat(folder)).mode & 0o777, 0o700);
    await assert.rejects(lockFolder(folder), /another environment/i);
    await release();
    assert.deepEqual(await readdir(folder), []);
    await (
      await lockFolder(folder)
    )();
  });

  it('is not taken from a process that lives, and is from one that has died', async () => {
    const folder = join(root, 'other');
    await (
      await lockFolder(folder)
    )();
    const lock = join(folder, 'environment.lock');
    await writeFile(lock, String(process.ppid));
    await assert.rejects(lockFolder(folder), /another environment/i);
    const { pid } = spawnSync(process.execPath, ['--version']);
    for (const owner of [String(pid), '', String(process.pid)]) {
      await writeFile(lock, owner);
      await (
        await lockFolder(folder)
      )();
    }
  });
});
