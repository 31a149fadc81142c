import type { Meta } from '@storybook/web-components-vite';
import { chartMeta, type ChartArguments, type ChartStory } from '../fixtures/chart-story.ts';
import { municipalitiesOverTime } from '../fixtures/years.ts';

const meta: Meta<ChartArguments> = {
  ...chartMeta,
  title: 'Charts/Small multiples',
  args: { ...chartMeta.args, type: 'small-multiples', cellSet: municipalitiesOverTime },
};
export default meta;

/** One small chart for each kommune, all on the same axes. */
export const Default: ChartStory = {};

export const Narrow: ChartStory = { tags: ['narrow'] };
export const Dark: ChartStory = { globals: { theme: 'dark' } };
export const ForcedColours: ChartStory = { tags: ['forced-colors'] };
