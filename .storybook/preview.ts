import type { Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { startEnvironment } from '../stories/fixtures/environment.ts';
import { argTypesOf, elementDoc } from './arg-types.ts';
import { DocsPage } from './docs-page.ts';
import './preview.css';

const choice = (title: string, items: readonly string[]) => ({
  toolbar: { title, items: [...items], dynamicTitle: true },
});

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    language: choice('Language', ['da', 'en']),
    theme: choice('Theme', ['light', 'dark']),
    density: choice('Density', ['compact', 'regular']),
    direction: choice('Direction', ['ltr', 'rtl']),
  },
  initialGlobals: { language: 'da', theme: 'light', density: 'compact', direction: 'ltr' },
  parameters: {
    layout: 'fullscreen',
    options: { storySort: { order: ['Arbejdsgrupper', 'Elements', 'Charts', 'Surroundings'] } },
    docs: {
      page: DocsPage,
      extractArgTypes: argTypesOf,
      extractComponentDescription: (tagName: string) => elementDoc(tagName)?.description,
    },
  },
  loaders: [
    // A story asks for the environment by saying what trouble it is in; `{}` is none.
    async ({ parameters }) => {
      if (parameters['environment']) await startEnvironment(parameters['environment']);
      return {};
    },
  ],
  decorators: [
    (story, { globals, parameters, tags }) => {
      document.documentElement.lang = globals['language'];
      const room = ['narrow', 'zoom'].filter((tag) => tags.includes(tag));
      return html`<main
        class=${['story', ...room, ...(parameters['page'] ? ['page'] : [])].join(' ')}
        lang=${globals['language']}
        dir=${globals['direction']}
        data-datakube-theme=${globals['theme']}
        data-datakube-density=${globals['density']}
      >
        ${story()}
      </main>`;
    },
  ],
};
export default preview;
