import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { type Host, openHost } from './host.ts';
import { isOfLibrary } from './pages/traces.ts';
import { bundle } from './sdk.ts';
import { openBrowser, visit } from './visitor.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Exports = Readonly<Record<string, string | { readonly 'datakube-source'?: string }>>;

/** Every script that a package for the browser exports: the name to import, and its source. */
const entries = ['client', 'charts', 'components'].flatMap((name) => {
  const text = readFileSync(`${root}packages/${name}/package.json`, 'utf8');
  return Object.entries((JSON.parse(text) as { exports: Exports }).exports).flatMap(([path, to]) =>
    typeof to === 'object' && to['datakube-source']
      ? [
          {
            specifier: `@datakube/${name}${path.slice(1)}`,
            source: resolve(root, 'packages', name, to['datakube-source']),
          },
        ]
      : [],
  );
});

/** Imports files one after another in a process without anything of a browser, and tells what each has left behind. */
function imported(files: readonly string[]): Record<string, readonly string[]> {
  const program = `
    const { getOwnPropertyNames } = Object;
    const { ownKeys: keys } = Reflect;
    const built = [Object, Array, Function, String, Number, Promise, Map, Set, Date, RegExp, Error];
    const shape = () => built.map(({ prototype }) => keys(prototype).length).join();
    const [before, shaped] = [new Set(getOwnPropertyNames(globalThis)), shape()];
    const left = {};
    for (const file of ${JSON.stringify(files)}) {
      await import(file);
      left[file] = getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
      left[file].forEach((name) => before.add(name));
      if (shape() !== shaped) left[file].push('a prototype');
    }
    console.log(JSON.stringify(left));`;
  const env = { ...process.env };
  delete env['NODE_OPTIONS'];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-'], {
    cwd: root,
    input: program,
    encoding: 'utf8',
    env,
  });
  assert.equal(status, 0, stderr);
  const left = JSON.parse(stdout) as Record<string, string[]>;
  return Object.fromEntries(
    Object.entries(left).map(([file, names]) => [file, names.filter((name) => !isOfLibrary(name))]),
  );
}

const clean = (files: readonly string[]): Record<string, readonly string[]> =>
  Object.fromEntries(files.map((file) => [file, []]));

describe('without a document', () => {
  test('everything is imported as it is published, and leaves nothing behind', () => {
    const files = entries.map(({ specifier }) => specifier);
    assert.ok(files.length >= 10, files.join());
    assert.deepEqual(imported(files), clean(files));
  });

  test('everything is imported from its source, and leaves nothing behind', async () => {
    // Within the project, from where packages are found.
    const folder = await mkdtemp(`${root}build/import-`);
    try {
      await build({
        entryPoints: Object.fromEntries(entries.map(({ source }, at) => [`entry-${at}`, source])),
        bundle: true,
        splitting: true,
        outdir: folder,
        outExtension: { '.js': '.mjs' },
        format: 'esm',
        platform: 'node',
        target: 'es2022',
        external: ['lit', 'apache-arrow'],
        conditions: ['datakube-source'],
        tsconfig: resolve(root, 'tsconfig.base.json'),
      });
      const files = entries.map((_, at) => `${folder}/entry-${at}.mjs`);
      assert.deepEqual(imported(files), clean(files));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('in a document', () => {
  let host: Host;
  let browser: Browser;

  before(async () => {
    const page = (path: string): string =>
      `<!doctype html><html lang="da"><body><script type="module" src="${path}/page.js"></script></body></html>`;
    host = await openHost({
      pages: { '/classes': page('/c'), '/elements': page('/e') },
      folders: {
        '/c/': await bundle(fileURLToPath(new URL('pages/import-classes.ts', import.meta.url)), 'page'),
        '/e/': await bundle(fileURLToPath(new URL('pages/import-elements.ts', import.meta.url)), 'page'),
      },
    });
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    host?.close();
  });

  for (const [path, elements] of [
    ['/classes', false],
    ['/elements', true],
  ] as const) {
    test(`${path}: an import ${elements ? 'registers elements and does nothing else' : 'does nothing at all'}`, async () => {
      const { page, complaints } = await visit(browser, `${host.address}${path}`);
      await page.waitForFunction('globalThis.left');
      const left = await page.evaluate(
        () => (globalThis as unknown as { left: Record<string, string[]> }).left,
      );
      const { registered = [], ...others } = left;
      assert.deepEqual(others, { globals: [], prototypes: [], listeners: [], styles: [] });
      assert.equal(registered.length > 0, elements);
      for (const name of registered) assert.match(name, /^datakube-/);
      assert.deepEqual(complaints, []);
      assert.deepEqual(host.asked, [], 'nothing is asked by an import');
      await page.close();
    });
  }
});
