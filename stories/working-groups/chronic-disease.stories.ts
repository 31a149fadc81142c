import type { Meta } from '@storybook/web-components-vite';
import { pageMeta, type PageArguments, type PageStory } from '../fixtures/portal-page.ts';

const meta: Meta<PageArguments> = {
  ...pageMeta,
  title: 'Arbejdsgrupper/Kronisk sygdom efter alder',
  tags: ['environment', '!autodocs'],
  args: {
    heading: 'Kronisk sygdom efter alder',
    lead: 'Samme borger kan have flere sygdomme og tælles med ved hver af dem. Derfor kan tallene ikke lægges sammen over sygdomme.',
    query: {
      measures: ['persons'],
      rows: [{ dimension: 'chronic-disease', level: 'disease' }],
      columns: [{ dimension: 'age', level: 'broad' }],
      filters: [{ dimension: 'time', members: ['2025'] }],
    },
    chartQuery: {
      measures: ['share-of-population'],
      rows: [{ dimension: 'chronic-disease', level: 'disease' }],
      columns: [{ dimension: 'age', level: 'broad' }],
      filters: [{ dimension: 'time', members: ['2025'] }],
    },
    chart: { type: 'heat-map', subtitle: 'Efter sygdom og alder, 2025' },
    table: {},
  },
};
export default meta;

/** Farven viser andelen af befolkningen; tabellen viser antal borgere med sygdommen. */
export const Default: PageStory = {};

export const Narrow: PageStory = { tags: ['narrow'] };
export const ForcedColours: PageStory = { tags: ['forced-colors'] };
