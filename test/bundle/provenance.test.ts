import assert from 'node:assert/strict';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { licenceOf } from '../../scripts/licences.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cdn = join(root, 'build/cdn');
const skip = existsSync(join(cdn, 'manifest.json')) ? false : 'there is no bundle: run the stage build first';

interface Manifest {
  readonly version: string;
  readonly entry: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly integrity: string }[];
  readonly bundled: readonly { readonly name: string; readonly version: string; readonly license: string }[];
}
const manifest = (): Manifest => JSON.parse(readFileSync(join(cdn, 'manifest.json'), 'utf8')) as Manifest;

describe('what a bundle says of itself', { skip }, () => {
  it('names every script and style sheet of it, with the hash that a browser asks for', async () => {
    const { files, entry } = manifest();
    const there = globSync(['*.js', '{chunks,presets}/*.{js,css}'], { cwd: cdn });
    assert.deepEqual(
      files.map(({ path }) => path).sort(),
      there.map((path) => path.replaceAll('\\', '/')).sort(),
    );
    assert.ok(files.some(({ path }) => path === entry));
    for (const { path, bytes, integrity } of files) {
      const file = readFileSync(join(cdn, path));
      assert.equal(file.length, bytes, path);
      const hash = Buffer.from(await crypto.subtle.digest('SHA-384', new Uint8Array(file)));
      assert.equal(integrity, `sha384-${hash.toString('base64')}`, path);
    }
  });

  it('has the licence of everything in it, in the version that is installed', () => {
    const { bundled, version } = manifest();
    const notices = readFileSync(join(cdn, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      version: string;
      packages: Record<string, { version: string }>;
    };
    assert.equal(version, lock.version);
    assert.ok(bundled.some(({ name }) => name === 'lit-html'));
    for (const { name, version: of, license } of bundled) {
      assert.equal(of, lock.packages[`node_modules/${name}`]?.version, name);
      assert.ok(notices.includes(`\n${name} ${of} (${license})\n`), name);
    }
  });
});

describe('a licence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'datakube-licence-'));
  after(() => rmSync(folder, { recursive: true }));
  const module = (name: string, license: string, text?: string): string => {
    const home = join(folder, 'node_modules', name);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }));
    if (text) writeFileSync(join(home, 'LICENSE.md'), text);
    return join(home, 'index.js');
  };

  it('is that of the package a module lies in, also where it has a scope', () => {
    const { name, license, text } = licenceOf(module('@some/thing', 'ISC', 'Do what you like.'))!;
    assert.deepEqual([name, license, text], ['@some/thing', 'ISC', 'Do what you like.']);
    assert.equal(licenceOf(join(root, 'packages/charts/dist/index.js')), null);
  });

  it('keeps a package out that may not be passed on, or does not say how', () => {
    assert.throws(
      () => licenceOf(module('copyleft', 'GPL-3.0', 'Share alike.')),
      /copyleft 1\.2\.3 has the licence GPL/,
    );
    assert.throws(() => licenceOf(module('silent', 'MIT')), /has no licence text/);
  });
});
