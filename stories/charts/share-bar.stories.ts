import type { Meta } from '@storybook/web-components-vite';
import { chartMeta, type ChartArguments, type ChartStory } from '../fixtures/chart-story.ts';
import { specialistsByKind, specialistsByKindWithTotal } from '../fixtures/specialists.ts';

const meta: Meta<ChartArguments> = {
  ...chartMeta,
  title: 'Charts/Share bar',
  args: { ...chartMeta.args, type: 'share-bar', cellSet: specialistsByKindWithTotal },
};
export default meta;

/** Shares of a whole. Where a part is hidden there is no whole to be a share of. */
export const Default: ChartStory = {};

/** Without a total in the answer there is nothing to be a share of, and the browser never adds. */
export const WithoutTotal: ChartStory = { args: { cellSet: specialistsByKind } };

export const Narrow: ChartStory = { tags: ['narrow'] };
export const Dark: ChartStory = { globals: { theme: 'dark' } };
export const ForcedColours: ChartStory = { tags: ['forced-colors'] };
