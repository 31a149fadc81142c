import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a page takes that imports this, at once or later. */
async function bundled(folder: string, code: string): Promise<Metafile> {
  const { metafile } = await build({
    stdin: { contents: code, resolveDir: resolve(root, folder), loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    external: ['node:*'],
    conditions: ['production', 'datakube-source'],
    tsconfig: resolve(root, 'tsconfig.base.json'),
  });
  return metafile;
}

/** Modules of which something is in a file that the entry can load. Relative to the root of the project. */
function loadable({ outputs }: Metafile): string[] {
  const files = new Set(Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === '<stdin>'));
  for (const path of files) {
    for (const { path: next } of outputs[path]?.imports ?? []) if (outputs[next]) files.add(next);
  }
  return [...files].flatMap((path) =>
    Object.entries(outputs[path]?.inputs ?? {}).flatMap(([input, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [input] : [],
    ),
  );
}

// The auditor's solver is 32 kB gzip of script and 1.2 MB gzip of WebAssembly. One export could bring it to every page.
describe('what a browser can load', () => {
  it('holds nothing of disclosure control where it shows answers', async () => {
    const code = "export * from '@datakube/client'; import '@datakube/components/embed'";
    const modules = loadable(await bundled('packages/components', code));
    assert.ok(modules.some((module) => module.startsWith('packages/components/src/pivot-table/')));
    assert.deepEqual(
      modules.filter((module) => /^packages\/(disclosure|environment)\/|\/highs\//.test(module)),
      [],
    );
  });

  it('holds no solver where it protects numbers itself, as the mocks do', async () => {
    const modules = loadable(await bundled('packages/mocks', "export * from '@datakube/mocks'"));
    assert.ok(modules.includes('packages/disclosure/src/protect.ts'));
    assert.deepEqual(
      modules.filter((module) => module.includes('/highs/')),
      [],
    );
  });
});
