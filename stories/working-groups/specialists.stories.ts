import type { Meta } from '@storybook/web-components-vite';
import { pageMeta, type PageArguments, type PageStory } from '../fixtures/portal-page.ts';

const meta: Meta<PageArguments> = {
  ...pageMeta,
  title: 'Arbejdsgrupper/Kontakter til speciallæge',
  tags: ['environment', '!autodocs'],
  args: {
    heading: 'Kontakter til speciallæge',
    lead: 'Hvor ofte ser borgerne en speciallæge, og hvor stor er forskellen mellem kommunerne?',
    query: {
      measures: ['persons', 'contacts-per-1000'],
      rows: [{ dimension: 'residence', level: 'region' }],
      columns: [{ dimension: 'time', level: 'year' }],
      filters: [{ dimension: 'sector', members: ['speciallaegepraksis'] }],
      totals: true,
    },
    chartQuery: {
      measures: ['contacts-per-1000'],
      rows: [{ dimension: 'residence', level: 'municipality' }],
      columns: [],
      filters: [
        { dimension: 'sector', members: ['speciallaegepraksis'] },
        { dimension: 'time', members: ['2025'] },
      ],
    },
    chart: { type: 'tile-map', subtitle: '98 kommuner, 2025', highlight: '0846' },
    table: {},
  },
};
export default meta;

/** Kortet viser kommunerne, tabellen regionerne over tid. */
export const Default: PageStory = {};

export const Narrow: PageStory = { tags: ['narrow'] };
export const English: PageStory = { globals: { language: 'en' } };
