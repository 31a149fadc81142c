import type { Meta } from '@storybook/web-components-vite';
import { chartMeta, type ChartArguments, type ChartStory } from '../fixtures/chart-story.ts';
import { copdByMunicipality } from '../fixtures/places.ts';

const meta: Meta<ChartArguments> = {
  ...chartMeta,
  title: 'Charts/Tile map',
  args: { ...chartMeta.args, type: 'tile-map', cellSet: copdByMunicipality, highlight: '0846' },
};
export default meta;

/** The 98 kommuner, each as large as the others. The classes are made from the numbers shown alone. */
export const Default: ChartStory = {};

export const Narrow: ChartStory = { tags: ['narrow'] };
export const Dark: ChartStory = { globals: { theme: 'dark' } };
export const English: ChartStory = { globals: { language: 'en' } };
export const ForcedColours: ChartStory = { tags: ['forced-colors'] };
