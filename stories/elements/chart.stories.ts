import type { Language } from '@datakube/contract';
import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { diseasesByAge } from '../fixtures/ages.ts';
import * as cellSets from '../fixtures/cell-sets.ts';
import { chartMeta, type ChartArguments, type ChartStory } from '../fixtures/chart-story.ts';
import { fetchAnswer } from '../fixtures/environment.ts';
import { explainHidden } from '../fixtures/explain-hidden.ts';
import { longLabels } from '../fixtures/long-labels.ts';
import { copdByMunicipality } from '../fixtures/places.ts';
import { contactsBySector, municipalitiesOverTime, ownAgainstRegion } from '../fixtures/years.ts';

const meta: Meta<ChartArguments> = {
  ...chartMeta,
  title: 'Elements/Chart',
  args: { ...chartMeta.args, cellSet: cellSets.ratesByMunicipality },
};
export default meta;

/** Places in one year: bars, largest first. */
export const Default: ChartStory = {};

/** Without a kind the chart takes the one that suits: few series over time are lines. */
export const FittingOverTime: ChartStory = { args: { cellSet: ownAgainstRegion } };

/** Two directions without time. */
export const FittingTwoDirections: ChartStory = { args: { cellSet: diseasesByAge } };

/** The whole country. */
export const FittingCountry: ChartStory = { args: { cellSet: copdByMunicipality, highlight: '0846' } };

/** More series than can be told apart. */
export const TooManySeries: ChartStory = { args: { cellSet: cellSets.manySeries } };

/** A kind that would mislead: rates do not add up, so they are not stacked. The reason stands in its place. */
export const Refused: ChartStory = { args: { type: 'stacked-bar', cellSet: municipalitiesOverTime } };

/** One's own kommune, the region and the country to compare with, and a remark at a year. */
export const References: ChartStory = {
  args: {
    cellSet: ownAgainstRegion,
    highlight: '0846',
    references: [
      { dimension: 'residence', member: '1081' },
      { dimension: 'residence', member: 'total' },
    ],
    annotations: [{ at: '2022', text: 'Nyt forløbsprogram' }],
  },
};

/** The same values, one key away. */
export const AsTable: ChartStory = { args: { showTable: true } };

export const OverTimeAsTable: ChartStory = { args: { cellSet: contactsBySector, showTable: true } };

export const AllHidden: ChartStory = { args: { cellSet: cellSets.allHidden } };

/** What a reader gets who asks why. */
export const Explained: ChartStory = {
  args: { cellSet: cellSets.personsByMunicipalityAndSex },
  play: async ({ canvasElement }) => explainHidden(canvasElement, 'datakube-chart'),
};

export const Empty: ChartStory = { args: { cellSet: cellSets.empty } };

/** Before the answer is there. */
export const WithoutAnswer: ChartStory = { args: { cellSet: null } };

export const LongLabels: ChartStory = { args: { cellSet: longLabels } };
export const LongLabelsNarrow: ChartStory = { args: { cellSet: longLabels }, tags: ['narrow'] };

/** The words of the page's own. */
export const Worded: ChartStory = {
  args: { heading: 'Hvor mange ser en læge?', subtitle: 'Region Nordjylland, 2025', withoutTypeMenu: true },
};

/** Numbers that came through the gate. */
export const FromEnvironment: ChartStory = {
  tags: ['environment'],
  loaders: [
    ({ globals }) =>
      fetchAnswer(
        {
          measures: ['contacts-per-1000'],
          rows: [{ dimension: 'residence', level: 'region' }],
          columns: [{ dimension: 'time', level: 'year' }],
        },
        globals['language'] as Language,
      ),
  ],
  render: (_, { loaded }) =>
    html`<datakube-chart .cube=${loaded['cube']} .cellSet=${loaded['cellSet']}></datakube-chart>`,
};

/** A page that runs from right to left: the elements, whose languages run the other way, stay as they are. */
export const RightToLeft: ChartStory = { globals: { direction: 'rtl' } };

/** Four times as large on a screen of 1280: 320 pixels are left. */
export const Zoom: ChartStory = { tags: ['zoom'] };
export const ForcedColours: ChartStory = { tags: ['forced-colors'] };
export const Print: ChartStory = { tags: ['print'] };
