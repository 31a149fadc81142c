import type { Meta } from '@storybook/web-components-vite';
import { chartMeta, type ChartArguments, type ChartStory } from '../fixtures/chart-story.ts';
import { copdByRegion } from '../fixtures/places.ts';

const meta: Meta<ChartArguments> = {
  ...chartMeta,
  title: 'Charts/Box',
  args: { ...chartMeta.args, type: 'box', cellSet: copdByRegion, highlight: '0846' },
};
export default meta;

/** How the kommuner of each region are spread; one's own as a mark. Hidden kommuner have no part in it. */
export const Default: ChartStory = {};

export const Narrow: ChartStory = { tags: ['narrow'] };
export const Dark: ChartStory = { globals: { theme: 'dark' } };
export const ForcedColours: ChartStory = { tags: ['forced-colors'] };
