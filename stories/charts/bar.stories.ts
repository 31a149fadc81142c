import type { Meta } from '@storybook/web-components-vite';
import { chartMeta, type ChartArguments, type ChartStory, withCountry } from '../fixtures/chart-story.ts';
import {
  allHidden,
  personsByAge,
  personsByMunicipalityAndSex,
  ratesByMunicipality,
} from '../fixtures/cell-sets.ts';

const meta: Meta<ChartArguments> = {
  ...chartMeta,
  title: 'Charts/Bar',
  args: {
    ...chartMeta.args,
    type: 'bar',
    cellSet: ratesByMunicipality,
    highlight: 'Mariagerfjord',
    references: withCountry,
  },
};
export default meta;

/** Largest first; the hidden kommune last, by name. One's own in colour, and the region as a line. */
export const Default: ChartStory = {};

/** A hidden value is a stub of fixed length, whatever lies behind it. */
export const TwoSeries: ChartStory = {
  args: { cellSet: personsByMunicipalityAndSex, references: [], highlight: '' },
};

/** Ages keep their order. */
export const Ordered: ChartStory = { args: { cellSet: personsByAge, references: [], highlight: '' } };

export const AllHidden: ChartStory = { args: { cellSet: allHidden, references: [], highlight: '' } };
export const Narrow: ChartStory = { tags: ['narrow'] };
export const Dark: ChartStory = { globals: { theme: 'dark' } };
export const English: ChartStory = { globals: { language: 'en' } };
export const ForcedColours: ChartStory = { ...TwoSeries, tags: ['forced-colors'] };
