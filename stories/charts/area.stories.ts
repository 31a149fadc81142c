import type { Meta } from '@storybook/web-components-vite';
import { chartMeta, type ChartArguments, type ChartStory } from '../fixtures/chart-story.ts';
import { contactsBySector } from '../fixtures/years.ts';

const meta: Meta<ChartArguments> = {
  ...chartMeta,
  title: 'Charts/Area',
  args: { ...chartMeta.args, type: 'area', cellSet: contactsBySector },
};
export default meta;

/** Contacts over time, stacked by sector. The year in which a part is hidden has no stack. */
export const Default: ChartStory = {};

export const Narrow: ChartStory = { tags: ['narrow'] };
export const Dark: ChartStory = { globals: { theme: 'dark' } };
export const ForcedColours: ChartStory = { tags: ['forced-colors'] };
