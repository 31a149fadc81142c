import type { Meta } from '@storybook/web-components-vite';
import { chartMeta, type ChartArguments, type ChartStory } from '../fixtures/chart-story.ts';
import { specialistsByKind } from '../fixtures/specialists.ts';

const meta: Meta<ChartArguments> = {
  ...chartMeta,
  title: 'Charts/Stacked bar',
  args: { ...chartMeta.args, type: 'stacked-bar', cellSet: specialistsByKind },
};
export default meta;

/** Contacts add up over kinds of contact. Where a part is hidden, the bar says that it is not whole. */
export const Default: ChartStory = {};

export const Narrow: ChartStory = { tags: ['narrow'] };
export const Dark: ChartStory = { globals: { theme: 'dark' } };
export const English: ChartStory = { globals: { language: 'en' } };
export const ForcedColours: ChartStory = { tags: ['forced-colors'] };
