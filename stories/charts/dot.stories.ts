import type { Meta } from '@storybook/web-components-vite';
import { chartMeta, type ChartArguments, type ChartStory, withCountry } from '../fixtures/chart-story.ts';
import { copdInTwoYears } from '../fixtures/places.ts';

const meta: Meta<ChartArguments> = {
  ...chartMeta,
  title: 'Charts/Dot',
  args: {
    ...chartMeta.args,
    type: 'dot',
    cellSet: copdInTwoYears,
    highlight: '0846',
    references: withCountry,
  },
};
export default meta;

/** Two years of the same places, ordered by the first of them. */
export const Default: ChartStory = {};

export const Narrow: ChartStory = { tags: ['narrow'] };
export const Dark: ChartStory = { globals: { theme: 'dark' } };
export const ForcedColours: ChartStory = { tags: ['forced-colors'] };
