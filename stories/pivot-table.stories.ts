import '../packages/components/src/pivot-table/define.ts';
import type { CellSet, Cube, Language, Query } from '@datakube/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { empty } from './fixtures/cell-sets.ts';
import { cube as smallCube } from './fixtures/cube.ts';
import { explainHidden } from './fixtures/explain-hidden.ts';
import { fetchAnswer } from './fixtures/environment.ts';

interface Arguments {
  /** What is asked of the environment; null for a table without an answer. */
  readonly query: Query | null;
  readonly cellSet: CellSet | null;
  readonly loading: boolean;
  readonly stale: boolean;
  readonly swapped: boolean;
}

const placesAndYears: Query = {
  measures: ['persons'],
  rows: [{ dimension: 'residence', level: 'municipality', parents: true }],
  columns: [{ dimension: 'time', level: 'year' }],
  totals: true,
};

const meta: Meta<Arguments> = {
  title: 'Pivot table',
  component: 'datakube-pivot-table',
  args: { query: placesAndYears, cellSet: null, loading: false, stale: false, swapped: false },
  loaders: [
    async ({ args, globals }) =>
      args.query
        ? fetchAnswer(args.query, globals['language'] as Language)
        : { cube: smallCube, cellSet: args.cellSet },
  ],
  render: ({ loading, stale, swapped }, { loaded }) => {
    const { cube, cellSet } = loaded as { cube: Cube; cellSet: CellSet | null };
    return html`<datakube-pivot-table
      .cellSet=${cellSet}
      .measureInfo=${cube.measures}
      .dimensionInfo=${cube.dimensions}
      .loading=${loading}
      .stale=${stale}
      .swapped=${swapped}
    ></datakube-pivot-table>`;
  },
};
export default meta;

type Story = StoryObj<Arguments>;

export const Default: Story = {};

/** Age by sex in each municipality: most cells of small islands are hidden. */
export const Hidden: Story = {
  args: {
    query: {
      ...placesAndYears,
      columns: [
        { dimension: 'age', level: 'five-year' },
        { dimension: 'sex', level: 'sex' },
      ],
    },
  },
};

/** What a reader gets who asks why: the same behind every hidden value. */
export const Explained: Story = {
  ...Hidden,
  play: async ({ canvasElement }) => explainHidden(canvasElement, 'datakube-pivot-table'),
};

export const TwoMeasures: Story = {
  args: {
    query: {
      measures: ['persons', 'contacts-per-1000'],
      rows: [
        { dimension: 'residence', level: 'region' },
        { dimension: 'sex', level: 'sex' },
      ],
      columns: [{ dimension: 'time', level: 'year' }],
      totals: true,
    },
  },
};

export const Swapped: Story = { args: { swapped: true } };
export const Loading: Story = { args: { query: null, loading: true } };
export const Stale: Story = { args: { stale: true } };
export const Empty: Story = { args: { query: null, cellSet: empty } };
export const Narrow: Story = { parameters: { narrow: true } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const English: Story = { globals: { language: 'en' } };
export const Regular: Story = { globals: { density: 'regular' } };
