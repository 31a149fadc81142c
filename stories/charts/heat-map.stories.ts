import type { Meta } from '@storybook/web-components-vite';
import { chartMeta, type ChartArguments, type ChartStory } from '../fixtures/chart-story.ts';
import { diseasesByAge } from '../fixtures/ages.ts';
import { specialistsByRegion } from '../fixtures/specialists.ts';

const meta: Meta<ChartArguments> = {
  ...chartMeta,
  title: 'Charts/Heat map',
  args: { ...chartMeta.args, type: 'heat-map', cellSet: diseasesByAge },
};
export default meta;

/** Chronic disease by age: the darker, the more. What is hidden is hatched and has no shade. */
export const Default: ChartStory = {};

export const Specialists: ChartStory = { args: { cellSet: specialistsByRegion } };
export const Narrow: ChartStory = { tags: ['narrow'] };
export const Dark: ChartStory = { globals: { theme: 'dark' } };
export const ForcedColours: ChartStory = { tags: ['forced-colors'] };
