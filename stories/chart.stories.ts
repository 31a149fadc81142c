import '../packages/components/src/chart/define.ts';
import type { DatakubeChart } from '../packages/components/src/chart/chart.ts';
import type { Language } from '@datakube/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as cellSets from './fixtures/cell-sets.ts';
import { cube } from './fixtures/cube.ts';
import { explainHidden } from './fixtures/explain-hidden.ts';
import { fetchAnswer } from './fixtures/environment.ts';

type Arguments = Pick<DatakubeChart, 'cellSet'> &
  Partial<Pick<DatakubeChart, 'type' | 'highlight' | 'reference' | 'showTable'>>;

const meta: Meta<Arguments> = {
  title: 'Chart',
  component: 'datakube-chart',
  render: ({ cellSet, type = '', highlight = '', reference = false, showTable = false }) => html`
    <datakube-chart
      .cube=${cube}
      .cellSet=${cellSet}
      .type=${type}
      .highlight=${highlight}
      .reference=${reference}
      .showTable=${showTable}
    ></datakube-chart>
  `,
};
export default meta;

type Story = StoryObj<Arguments>;

/** Largest first; the hidden municipality last, by name. */
export const Bars: Story = {
  args: { cellSet: cellSets.ratesByMunicipality, highlight: 'Mariagerfjord', reference: true },
};

export const BarsOfTwoSeries: Story = { args: { cellSet: cellSets.personsByMunicipalityAndSex } };

/** Ages keep their order. */
export const BarsByAge: Story = { args: { cellSet: cellSets.personsByAge } };

/** A hidden period is a gap in the line, with hatch on the axis. */
export const Lines: Story = { args: { cellSet: cellSets.ratesOverTime, reference: true } };

/** More than four series cannot be told apart: the chart says how many it leaves out. */
export const TooManySeries: Story = { args: { cellSet: cellSets.manySeries } };

export const AsTable: Story = { args: { cellSet: cellSets.ratesByMunicipality, showTable: true } };

export const AllHidden: Story = { args: { cellSet: cellSets.allHidden } };

/** What a reader gets who asks why. */
export const Explained: Story = {
  ...BarsOfTwoSeries,
  play: async ({ canvasElement }) => explainHidden(canvasElement, 'datakube-chart'),
};

export const Empty: Story = { args: { cellSet: cellSets.empty } };

/** Before the answer is there. */
export const WithoutAnswer: Story = { args: { cellSet: null } };

export const NarrowBars: Story = { ...Bars, parameters: { narrow: true } };
export const NarrowLines: Story = { ...Lines, parameters: { narrow: true } };
export const DarkBars: Story = { ...BarsOfTwoSeries, globals: { theme: 'dark' } };
export const DarkLines: Story = { ...Lines, globals: { theme: 'dark' } };
export const EnglishBars: Story = { ...Bars, globals: { language: 'en' } };
export const EnglishLines: Story = { ...Lines, globals: { language: 'en' } };

/** Numbers that came through the gate. */
export const FromEnvironment: Story = {
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
