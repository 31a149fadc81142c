import type { Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { startEnvironment } from '../stories/fixtures/environment.ts';
import './preview.css';

const choice = (title: string, items: readonly string[]) => ({
  toolbar: { title, items: [...items], dynamicTitle: true },
});

const preview: Preview = {
  globalTypes: {
    language: choice('Language', ['da', 'en']),
    theme: choice('Theme', ['light', 'dark']),
    density: choice('Density', ['compact', 'regular']),
  },
  initialGlobals: { language: 'da', theme: 'light', density: 'compact' },
  parameters: { layout: 'fullscreen', options: { storySort: { method: 'alphabetical' } } },
  loaders: [
    // A story asks for the environment by saying what trouble it is in; `{}` is none.
    async ({ parameters }) => {
      if (parameters['environment']) await startEnvironment(parameters['environment']);
      return {};
    },
  ],
  decorators: [
    (story, { globals, parameters }) => {
      document.documentElement.lang = globals['language'];
      return html`<main
        class="story ${parameters['narrow'] ? 'narrow' : ''}"
        lang=${globals['language']}
        data-datakube-theme=${globals['theme']}
        data-datakube-density=${globals['density']}
      >
        ${story()}
      </main>`;
    },
  ],
};
export default preview;
