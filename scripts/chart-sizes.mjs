// Weighs each kind of chart alone, gzipped: what a page that has the client loads to draw this kind and no other.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { CHART_TYPES } from '@datakube/contract';
import { root } from './steps.mjs';

/** @returns {Promise<{ type: string, kilobytes: number }[]>} */
export async function chartSizes() {
  return Promise.all(CHART_TYPES.map(async (type) => ({ type, kilobytes: await weigh(type) })));
}

/** @param {string} type */
async function weigh(type) {
  const name = type.replace(/-./g, ([, letter]) => letter.toUpperCase());
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${name}Chart, chartStyles } from '@datakube/charts'`,
      resolveDir: `${root}/packages/components`,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    // Comes with the client, and is no part of a chart.
    external: ['@datakube/contract'],
    conditions: ['production', 'datakube-source'],
    tsconfig: `${root}/tsconfig.base.json`,
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length / 1000;
}
