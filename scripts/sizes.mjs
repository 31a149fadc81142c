// Weighs what a portal loads, gzipped, against the budgets of the project. What loads when used is not in it.
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './steps.mjs';

/** Entry, what it exports in full, and how many kilobytes gzip it may weigh. */
const budgets = [
  { name: 'client', code: "export * from '@datakube/client'", budget: 22 },
  {
    name: 'client + pivot',
    code: "export * from '@datakube/client'; import '@datakube/components/pivot-table'",
    budget: 50,
  },
  { name: 'everything', code: "import '@datakube/components/embed'", budget: 120 },
];

/** @returns {Promise<{ name: string, kilobytes: number, budget: number }[]>} */
export async function sizes() {
  const rows = [];
  for (const { name, code, budget } of budgets) {
    const { outputFiles, metafile } = await build({
      stdin: { contents: code, resolveDir: `${root}/packages/components`, loader: 'ts' },
      bundle: true,
      minify: true,
      splitting: true,
      outdir: '/',
      metafile: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      conditions: ['production', 'datakube-source'],
      tsconfig: `${root}/tsconfig.base.json`,
    });
    const loaded = outputFiles.filter(({ path }) => atOnce(metafile.outputs).has(path));
    const bytes = loaded.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
    rows.push({ name, kilobytes: bytes / 1000, budget });
  }
  return rows;
}

/**
 * The files that load with the entry, and not later.
 *
 * @param {import('esbuild').Metafile['outputs']} outputs
 */
function atOnce(outputs) {
  const entry = Object.keys(outputs).find((path) => outputs[path].entryPoint === '<stdin>');
  const files = new Set([entry]);
  for (const path of files) {
    for (const { kind, path: next } of outputs[path].imports) {
      if (kind === 'import-statement' && outputs[next]) files.add(next);
    }
  }
  return new Set([...files].map((path) => resolve(path)));
}
