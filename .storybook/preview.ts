import type { Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
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
