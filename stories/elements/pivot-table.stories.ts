import '../../packages/components/src/pivot-table/define.ts';
import type { CellSet, Cube, Language, Query } from '@datakube/contract';
import type { DatakubePivotTable } from '../../packages/components/src/pivot-table/pivot-table.ts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { allHidden, empty, ratesOverTime } from '../fixtures/cell-sets.ts';
import { flagged } from '../fixtures/flagged-cell-set.ts';
import { cube as smallCube } from '../fixtures/cube.ts';
import { explainHidden } from '../fixtures/explain-hidden.ts';
import { fetchAnswer } from '../fixtures/environment.ts';
import { longLabels } from '../fixtures/long-labels.ts';
import { openTool } from '../fixtures/open-tool.ts';
import { setProperties } from '../fixtures/set-properties.ts';

interface Arguments extends Partial<
  Pick<
    DatakubePivotTable,
    | 'loading'
    | 'stale'
    | 'swapped'
    | 'labels'
    | 'totals'
    | 'subtotals'
    | 'shading'
    | 'sparklines'
    | 'decimals'
    | 'own'
    | 'openable'
    | 'measures'
    | 'label'
    | 'withoutSource'
    | 'withoutSingleKeys'
  >
> {
  /** What is asked of the environment; null for a table that is given its answer, and needs none. */
  readonly query: Query | null;
  readonly cellSet: CellSet | null;
}

const placesAndYears: Query = {
  measures: ['persons'],
  rows: [{ dimension: 'residence', level: 'municipality', parents: true }],
  columns: [{ dimension: 'time', level: 'year' }],
  totals: true,
};

const meta: Meta<Arguments> = {
  title: 'Elements/Pivot table',
  component: 'datakube-pivot-table',
  tags: ['environment'],
  args: { query: placesAndYears, cellSet: null },
  loaders: [
    async ({ args, globals }) =>
      args.query
        ? fetchAnswer(args.query, globals['language'] as Language)
        : { cube: smallCube, cellSet: args.cellSet },
  ],
  render: ({ query: _query, cellSet: _cellSet, ...look }, { loaded }) => {
    const { cube, cellSet } = loaded as { cube: Cube; cellSet: CellSet | null };
    const given = { ...look, cellSet, measureInfo: cube.measures, dimensionInfo: cube.dimensions };
    return html`<datakube-pivot-table ${setProperties(given)}></datakube-pivot-table>`;
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
export const Loading: Story = { args: { query: null, loading: true }, tags: ['!environment'] };
export const Stale: Story = { args: { stale: true } };
export const Empty: Story = { args: { query: null, cellSet: empty }, tags: ['!environment'] };
export const Narrow: Story = { tags: ['narrow'] };
export const Dark: Story = { globals: { theme: 'dark' } };
export const English: Story = { globals: { language: 'en' } };
export const Regular: Story = { globals: { density: 'regular' } };

/** A break in series, provisional numbers, numbers that rest on few, footnotes, and the reader's own kommune. */
export const Flagged: Story = {
  tags: ['!environment'],
  args: { query: null, cellSet: flagged(), own: [{ dimension: 'residence', member: '0846' }] },
};
export const FlaggedNarrow: Story = { ...Flagged, tags: ['!environment', 'narrow'] };
export const FlaggedSwapped: Story = {
  args: { ...Flagged.args, swapped: true },
  tags: ['!environment'],
};

/** The darker the more citizens, among kommuner; regions and totals are sums, and have no shade. */
export const Heat: Story = { args: { shading: { persons: 'heat' } } };
export const Bars: Story = { args: { shading: { persons: 'bars' } } };
export const HeatWithHidden: Story = { args: { ...Hidden.args, shading: { persons: 'heat' } } };

/** The course of each row, on a scale of its own, with the break of 2024. */
export const Sparklines: Story = {
  args: { ...Flagged.args, own: [], sparklines: true },
  tags: ['!environment'],
};

/** Hatch where a period is hidden: no line leads over it. */
export const SparklinesWithHidden: Story = {
  args: { query: null, cellSet: ratesOverTime, sparklines: true },
  tags: ['!environment'],
};
export const SparklinesDark: Story = {
  ...SparklinesWithHidden,
  globals: { theme: 'dark' },
  tags: ['!environment'],
};

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

/** Names as code lists have them. */
export const LongLabels: Story = { args: { query: null, cellSet: longLabels }, tags: ['!environment'] };

/** Every value is hidden. */
export const AllHidden: Story = { args: { query: null, cellSet: allHidden }, tags: ['!environment'] };

/** A page that runs from right to left: the elements, whose languages run the other way, stay as they are. */
export const RightToLeft: Story = {
  ...Flagged,
  globals: { direction: 'rtl' },
  tags: ['!environment'],
};

/** Four times as large on a screen of 1280: 320 pixels are left. */
export const Zoom: Story = { ...Flagged, tags: ['!environment', 'zoom'] };
export const ForcedColours: Story = { ...Flagged, tags: ['!environment', 'forced-colors'] };
export const Print: Story = { ...Flagged, tags: ['!environment', 'print'] };
