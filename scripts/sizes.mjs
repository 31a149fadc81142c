// Weighs what a portal loads, gzipped, against the budgets of the project. What loads when used is not in it.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minifyStyles } from './minify-styles.mjs';
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
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: `${root}/packages/components`, loader: 'ts' },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      conditions: ['production', 'datakube-source'],
      tsconfig: `${root}/tsconfig.base.json`,
      plugins: [leaveOutWhatLoadsLater, shortStyles],
    });
    const [entry] = outputFiles;
    const bytes = gzipSync(entry.contents, { level: 9 }).length;
    rows.push({ name, kilobytes: bytes / 1000, budget });
  }
  return rows;
}

/**
 * What the entry imports when it is used is no part of it. What it shares with that is, and in one file with the
 * rest, as Rollup leaves it in the bundle of the CDN.
 *
 * @type {import('esbuild').Plugin}
 */
const leaveOutWhatLoadsLater = {
  name: 'leave-out-what-loads-later',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/**
 * Style sheets as the bundle has them.
 *
 * @type {import('esbuild').Plugin}
 */
const shortStyles = {
  name: 'short-styles',
  setup({ onLoad }) {
    onLoad({ filter: /packages.components.src.*\.ts$/ }, async ({ path }) => ({
      contents: minifyStyles(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
