import '../packages/components/src/pivot-table/define.ts';
import type { CellSet, Cube, Language, Query } from '@datakube/contract';
import type { DatakubePivotTable } from '../packages/components/src/pivot-table/pivot-table.ts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { empty } from './fixtures/cell-sets.ts';
import { flagged } from './fixtures/flagged-cell-set.ts';
import { cube as smallCube } from './fixtures/cube.ts';
import { explainHidden } from './fixtures/explain-hidden.ts';
import { fetchAnswer } from './fixtures/environment.ts';
import { openTool } from './fixtures/open-tool.ts';

interface Arguments {
  /** What is asked of the environment; null for a table without an answer. */
  readonly query: Query | null;
  readonly cellSet: CellSet | null;
  readonly loading: boolean;
  readonly stale: boolean;
  readonly swapped: boolean;
  readonly labels: DatakubePivotTable['labels'];
  readonly totals: DatakubePivotTable['totals'];
  readonly subtotals: DatakubePivotTable['subtotals'];
  readonly shading: DatakubePivotTable['shading'];
  readonly decimals: DatakubePivotTable['decimals'];
  readonly own: DatakubePivotTable['own'];
  readonly openable: DatakubePivotTable['openable'];
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
  args: {
    query: placesAndYears,
    cellSet: null,
    loading: false,
    stale: false,
    swapped: false,
    labels: 'name',
    totals: {},
    subtotals: {},
    shading: {},
    decimals: {},
    own: [],
    openable: null,
  },
  loaders: [
    async ({ args, globals }) =>
      args.query
        ? fetchAnswer(args.query, globals['language'] as Language)
        : { cube: smallCube, cellSet: args.cellSet },
  ],
  render: ({ query: _query, cellSet: _cellSet, ...look }, { loaded }) => {
    const { cube, cellSet } = loaded as { cube: Cube; cellSet: CellSet | null };
    return html`<datakube-pivot-table
      .cellSet=${cellSet}
      .measureInfo=${cube.measures}
      .dimensionInfo=${cube.dimensions}
      .loading=${look.loading}
      .stale=${look.stale}
      .swapped=${look.swapped}
      .labels=${look.labels}
      .totals=${look.totals}
      .subtotals=${look.subtotals}
      .shading=${look.shading}
      .decimals=${look.decimals}
      .own=${look.own}
      .openable=${look.openable}
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

/** All that can be done from a header: by the right button, a resting finger, Enter or Shift F10. */
export const Menu: Story = {
  play: async ({ canvasElement }) => openTool(canvasElement, 'Enter', '.menu'),
};

/** The keys of the table, made of the same list as its menus. */
export const KeyHelp: Story = {
  play: async ({ canvasElement }) => openTool(canvasElement, '?', 'dialog'),
};

/** A row and a column by part of their names, or by number. */
export const GoTo: Story = {
  play: async ({ canvasElement }) => openTool(canvasElement, 'Control+g', 'dialog'),
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

/** A break in series, provisional numbers, numbers that rest on few, footnotes, and the reader's own kommune. */
export const Flagged: Story = {
  args: { query: null, cellSet: flagged(), own: [{ dimension: 'residence', member: '0846' }] },
};
export const FlaggedNarrow: Story = { ...Flagged, parameters: { narrow: true } };
export const FlaggedSwapped: Story = { args: { ...Flagged.args, swapped: true } };

/** The darker the more citizens, among kommuner; regions and totals are sums, and have no shade. */
export const Heat: Story = { args: { shading: { persons: 'heat' } } };
export const Bars: Story = { args: { shading: { persons: 'bars' } } };
export const HeatWithHidden: Story = { args: { ...Hidden.args, shading: { persons: 'heat' } } };

export const CodesAndNames: Story = { args: { labels: 'both' } };
export const Codes: Story = { args: { labels: 'code' } };

/** Each region after its kommuner, and the country last. */
export const SubtotalsAfter: Story = {
  args: { totals: { rows: 'after' }, subtotals: { rows: 'after', columns: 'after' } },
};

/** Regions whose kommuner can be asked for. */
export const Openable: Story = {
  args: {
    query: { ...placesAndYears, rows: [{ dimension: 'residence', level: 'region' }] },
    openable: (_dimension, level) => level === 'region',
  },
};

export const MoreDecimals: Story = {
  args: { ...TwoMeasures.args, decimals: { 'contacts-per-1000': 2 } },
};
