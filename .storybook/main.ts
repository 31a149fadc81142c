import type { StorybookConfig } from '@storybook/web-components-vite';
import { fileURLToPath } from 'node:url';
import { elements } from './elements.ts';

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs'],
  // The service worker of the mocks, from where its own package keeps it.
  staticDirs: [{ from: '../node_modules/msw/lib/mockServiceWorker.js', to: '/mockServiceWorker.js' }],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), elements()],
    // Packages as they are written, not as they were last built.
    resolve: { ...vite.resolve, conditions: ['datakube-source', 'module', 'browser', 'production'] },
    esbuild: {
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    },
    build: { ...vite.build, chunkSizeWarningLimit: 3000 },
    server: { ...vite.server, fs: { allow: [fileURLToPath(new URL('..', import.meta.url))] } },
  }),
};
export default config;
