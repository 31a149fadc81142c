import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyStyles } from './scripts/minify-styles.mjs';
import { provenance } from './scripts/provenance.mjs';

/** Raw counts do not exist in the browser: no module of the trusted side may end up in a bundle. */
const keepOutTheTrustedSide = {
  name: 'keep-out-the-trusted-side',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      for (const id of Object.keys(chunk.modules ?? {})) {
        if (/packages\/(disclosure|environment|registers|mocks)\//.test(id)) {
          this.error(`${id} belongs to the trusted side and must not be in ${chunk.fileName}`);
        }
      }
    }
  },
};

/** The presets beside the bundle, for pages without a package manager. */
const presets = {
  name: 'presets',
  generateBundle() {
    for (const file of globSync('packages/components/presets/*.css')) {
      this.emitFile({
        type: 'asset',
        fileName: `presets/${basename(file)}`,
        source: readFileSync(file, 'utf8'),
      });
    }
  },
};

const shortStyles = {
  name: 'short-styles',
  transform: (code) => (code.includes('css`') ? { code: minifyStyles(code), map: null } : null),
};

export default {
  input: { datakube: 'packages/components/dist/embed.js' },
  // What loads later takes what it shares from the entry. Else the entry would become a list of exports, and the
  // code that knows its environment by its own address would stand somewhere else.
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    nodeResolve({ browser: true, exportConditions: ['production'] }),
    shortStyles,
    keepOutTheTrustedSide,
    presets,
    provenance,
  ],
  output: {
    dir: 'build/cdn',
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    plugins: [terser({ ecma: 2020, module: true, format: { comments: /^!|@license/i } })],
  },
  onwarn(warning, warn) {
    // Lit's compiled decorators rewrite `this` at the top of a module.
    if (warning.code !== 'THIS_IS_UNDEFINED') warn(warning);
  },
};
