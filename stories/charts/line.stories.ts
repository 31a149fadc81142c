import type { Meta } from '@storybook/web-components-vite';
import { chartMeta, type ChartArguments, type ChartStory } from '../fixtures/chart-story.ts';
import { ratesOverTime } from '../fixtures/cell-sets.ts';
import { ownAgainstRegion, regionsOverTime } from '../fixtures/years.ts';

const meta: Meta<ChartArguments> = {
  ...chartMeta,
  title: 'Charts/Line',
  args: {
    ...chartMeta.args,
    type: 'line',
    cellSet: ownAgainstRegion,
    highlight: '0846',
    references: [
      { dimension: 'residence', member: '1081' },
      { dimension: 'residence', member: 'total' },
    ],
  },
};
export default meta;

/** A break in the series, two hidden years and a provisional one. */
export const Default: ChartStory = {};

/** A hidden period is a gap in the line, with hatch on the axis. */
export const Hidden: ChartStory = { args: { cellSet: ratesOverTime, references: [], highlight: '' } };

/** More lines than can be told apart: the chart says so. */
export const ManySeries: ChartStory = { args: { cellSet: regionsOverTime, references: [], highlight: '' } };

/** What happened, at the year in which it did. */
export const Annotated: ChartStory = {
  args: { annotations: [{ at: '2020', text: 'Nye pakkeforløb' }] },
};

export const Narrow: ChartStory = { tags: ['narrow'] };
export const Dark: ChartStory = { globals: { theme: 'dark' } };
export const English: ChartStory = { globals: { language: 'en' } };
export const ForcedColours: ChartStory = { tags: ['forced-colors'] };
