import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

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

export default {
  input: { datakube: 'packages/components/dist/embed.js' },
  plugins: [nodeResolve({ browser: true, exportConditions: ['production'] }), keepOutTheTrustedSide],
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
