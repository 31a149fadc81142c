import type { Meta } from '@storybook/web-components-vite';
import { pageMeta, type PageArguments, type PageStory } from '../fixtures/portal-page.ts';

const meta: Meta<PageArguments> = {
  ...pageMeta,
  title: 'Arbejdsgrupper/Egen kommune mod regionen',
  tags: ['environment', '!autodocs'],
  args: {
    heading: 'Din kommune og regionen',
    lead: 'Her kan du se, hvor ofte borgerne i Mariagerfjord er i kontakt med sundhedsvæsenet, og sammenligne med de andre kommuner i Region Nordjylland.',
    query: {
      measures: ['contacts-per-1000'],
      rows: [{ dimension: 'residence', level: 'municipality', parents: true }],
      columns: [{ dimension: 'time', level: 'year' }],
      filters: [{ dimension: 'residence', members: ['1081'] }],
    },
    chartQuery: {
      measures: ['contacts-per-1000'],
      rows: [{ dimension: 'residence', level: 'municipality', parents: true }],
      columns: [],
      filters: [
        { dimension: 'residence', members: ['1081'] },
        { dimension: 'time', members: ['2025'] },
      ],
    },
    chart: {
      type: 'bar',
      heading: 'Kontakter pr. 1.000 borgere',
      subtitle: 'Kommuner i Region Nordjylland, 2025',
      highlight: '0846',
      references: [{ dimension: 'residence', member: '1081', label: 'Regionen' }],
    },
    table: { own: [{ dimension: 'residence', member: '0846' }] },
  },
};
export default meta;

/** Nordjylland er valgt; egen kommune er fremhævet, og regionen er en linje. */
export const Default: PageStory = {};

/** Hver kommune i sit eget lille diagram, alle på samme akser. */
export const OverTime: PageStory = {
  args: {
    heading: 'Kommunerne over tid',
    chartQuery: {
      measures: ['contacts-per-1000'],
      rows: [{ dimension: 'residence', level: 'municipality' }],
      columns: [{ dimension: 'time', level: 'quarter' }],
      filters: [{ dimension: 'residence', members: ['1081'] }],
    },
    chart: {
      type: 'small-multiples',
      heading: 'Kontakter pr. 1.000 borgere',
      subtitle: 'Kommuner i Region Nordjylland, pr. kvartal',
      highlight: '0846',
    },
  },
};

export const Narrow: PageStory = { tags: ['narrow'] };
export const Dark: PageStory = { globals: { theme: 'dark' } };
export const Print: PageStory = { tags: ['print'] };
