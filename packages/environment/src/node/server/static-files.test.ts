import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { StaticFiles } from '../../routes/static-pages.ts';
import { createStaticFiles } from './static-files.ts';

describe('createStaticFiles', () => {
  let folder: string;
  let files: StaticFiles;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'static-'));
    await mkdir(join(folder, 'sdk/deep'), { recursive: true });
    await mkdir(join(folder, 'sdk-secret'));
    const written = [
      'sdk/datakube.js',
      'sdk/deep/index.html',
      'sdk/.env',
      'sdk/notes.md',
      'sdk-secret/key.js',
      'secret.js',
      'index.html',
    ];
    for (const file of written) await writeFile(join(folder, file), file);
    await symlink(join(folder, 'secret.js'), join(folder, 'sdk/link.js'));
    files = createStaticFiles({ '/sdk/': join(folder, 'sdk') }, join(folder, 'index.html'));
  });
  after(() => rm(folder, { recursive: true }));

  const read = async (path: string): Promise<string | undefined> => {
    const file = await files(path);
    return file && Buffer.from(file.body).toString();
  };

  it('serves what is in the folders with its content type', async () => {
    assert.equal(await read('/sdk/datakube.js'), 'sdk/datakube.js');
    assert.equal((await files('/sdk/datakube.js'))!.contentType, 'text/javascript; charset=utf-8');
    assert.equal(await read('/sdk/deep/'), 'sdk/deep/index.html');
    assert.equal(await read('/sdk/deep/../datakube.js'), 'sdk/datakube.js');
    assert.equal(await read('/'), 'index.html');
  });

  it('serves nothing else', async () => {
    const none = [
      '/sdk/../secret.js',
      '/sdk/../sdk-secret/key.js',
      '/sdk/deep/../../secret.js',
      '/sdk//../secret.js',
      '/sdk/..\\secret.js',
      '/sdk/link.js',
      '/sdk/.env',
      '/sdk/deep/.hidden/../../.env',
      '/sdk/notes.md',
      '/sdk/deep',
      '/sdk/datakube.js\0.html',
      '/sdk/absent.js',
      '/sdk',
      '/secret.js',
      '/sdk/datakube.js/',
      '',
    ];
    for (const path of none) assert.equal(await read(path), undefined, path);
  });
});
