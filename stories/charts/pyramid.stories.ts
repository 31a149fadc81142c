import type { Meta } from '@storybook/web-components-vite';
import { chartMeta, type ChartArguments, type ChartStory } from '../fixtures/chart-story.ts';
import { citizensByAge } from '../fixtures/ages.ts';

const meta: Meta<ChartArguments> = {
  ...chartMeta,
  title: 'Charts/Pyramid',
  args: { ...chartMeta.args, type: 'pyramid', cellSet: citizensByAge },
};
export default meta;

/** Men to the left, women to the right, the oldest on top. The few oldest are hidden. */
export const Default: ChartStory = {};

export const Narrow: ChartStory = { tags: ['narrow'] };
export const Dark: ChartStory = { globals: { theme: 'dark' } };
export const English: ChartStory = { globals: { language: 'en' } };
export const ForcedColours: ChartStory = { tags: ['forced-colors'] };
