import type { Meta } from '@storybook/web-components-vite';
import { madeUpBorders } from '../fixtures/borders.ts';
import { ratesByMunicipality } from '../fixtures/places.ts';
import { chartMeta, type ChartArguments, type ChartStory } from '../fixtures/chart-story.ts';

const meta: Meta<ChartArguments> = {
  ...chartMeta,
  title: 'Charts/Map',
  args: {
    ...chartMeta.args,
    type: 'map',
    cellSet: ratesByMunicipality,
    geometry: madeUpBorders,
    geometryKey: 'kommunekode',
    highlight: '0846',
  },
};
export default meta;

/** Borders of the page's own; these are of no country. */
export const Default: ChartStory = {};

/** Without borders there is no map: the chart says so, and offers another. */
export const WithoutBorders: ChartStory = { args: { geometry: null } };

export const Narrow: ChartStory = { tags: ['narrow'] };
export const Dark: ChartStory = { globals: { theme: 'dark' } };
export const ForcedColours: ChartStory = { tags: ['forced-colors'] };
