// The example pages in React and Vue, as their own portals would build them: the elements come from the environment.
import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';
import { root } from './steps.mjs';

const pages = { react: 'react/main.tsx', vue: 'vue/main.ts' };

/** Builds the scripts of the example pages into a folder: `react.js` and `vue.js`. */
export async function buildExamples(folder = join(root, 'build', 'cdn', 'examples')) {
  // Vite takes JSX apart for development wherever the environment says anything but production, as a test run does.
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    for (const [name, entry] of Object.entries(pages)) await buildExample(name, entry, folder);
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  }
}

async function buildExample(name, entry, folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(root, 'examples', name),
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('datakube-') } } }),
    ],
    resolve: { conditions: ['datakube-source', 'module', 'browser', 'production'] },
    build: {
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: {
        input: join(root, 'examples', entry),
        output: { entryFileNames: `${name}.js` },
      },
    },
  });
}
