import type { Meta } from '@storybook/web-components-vite';
import { chartMeta, type ChartArguments, type ChartStory } from '../fixtures/chart-story.ts';
import { specialistsByKind } from '../fixtures/specialists.ts';

const meta: Meta<ChartArguments> = {
  ...chartMeta,
  title: 'Charts/Share bar',
  args: { ...chartMeta.args, type: 'share-bar', cellSet: specialistsByKind },
};
export default meta;

/** Shares of a whole. Where a part is hidden there is no whole to be a share of. */
export const Default: ChartStory = {};

export const Narrow: ChartStory = { tags: ['narrow'] };
export const Dark: ChartStory = { globals: { theme: 'dark' } };
export const ForcedColours: ChartStory = { tags: ['forced-colors'] };
