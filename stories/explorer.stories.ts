import '../packages/components/src/define.ts';
import type { DatakubeExplorer } from '../packages/components/src/explorer/explorer.ts';
import type { Trouble } from '@datakube/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { CUBE, ENVIRONMENT } from './fixtures/environment.ts';

interface Arguments {
  readonly state: DatakubeExplorer['state'];
  /** What must stand in the explorer before the story counts as shown. */
  readonly shows: 'table' | 'chart' | 'loading' | 'failure';
}

const meta: Meta<Arguments> = {
  title: 'Explorer',
  component: 'datakube-explorer',
  args: { state: null, shows: 'table' },
  parameters: { environment: {} },
  render: ({ state }) =>
    html`<datakube-explorer cube=${CUBE} environment=${ENVIRONMENT} .state=${state}></datakube-explorer>`,
  play: async ({ canvasElement, args }) => {
    const root = canvasElement.querySelector('datakube-explorer')?.shadowRoot;
    const shown = (): string | undefined =>
      root?.querySelector('datakube-state-panel')?.state.kind ??
      (root?.querySelector('datakube-pivot-table:not([hidden])') ? 'table' : undefined) ??
      (root?.querySelector('datakube-chart:not([hidden])') ? 'chart' : undefined);
    await waitFor(() => expect(shown()).toBe(args.shows), { timeout: 30_000 });
  },
};
export default meta;

type Story = StoryObj<Arguments>;

const first = {
  columns: [{ dimension: 'time', level: 'year', parents: false }],
  filters: [],
  measures: ['persons'],
  totals: true,
  view: 'table',
  chart: 'bar',
} as const;

const residence = { dimension: 'residence', level: 'municipality', parents: true };

/** What one meets first: places and years. */
export const Default: Story = {};

/** Small groups: many cells are hidden, and some with them from which they could be calculated. */
export const Hidden: Story = {
  args: {
    state: {
      ...first,
      rows: [residence],
      columns: [
        { dimension: 'age', level: 'five-year', parents: false },
        { dimension: 'sex', level: 'sex', parents: false },
      ],
      filters: [{ dimension: 'time', level: 'year', members: ['2025'] }],
    },
  },
};

export const Chart: Story = {
  args: {
    shows: 'chart',
    state: {
      ...first,
      rows: [{ dimension: 'residence', level: 'region', parents: false }],
      measures: ['contacts-per-1000'],
      totals: false,
      view: 'chart',
    },
  },
};

/** A combination that is not in the release: refused, with a way out. */
export const Refused: Story = {
  tags: ['refused'],
  args: {
    shows: 'failure',
    state: {
      ...first,
      rows: [residence, { dimension: 'age', level: 'five-year', parents: false }],
      columns: [{ dimension: 'time', level: 'month', parents: false }],
    },
  },
};

/** A cube that only others may see. */
export const NoAccess: Story = {
  tags: ['refused'],
  args: { shows: 'failure' },
  parameters: { environment: { fail: 'ERR_FORBIDDEN', at: ['cube'] } satisfies Trouble },
};

export const Loading: Story = {
  args: { shows: 'loading' },
  parameters: { environment: { delay: Infinity, at: ['query'] } satisfies Trouble },
};
export const TooLarge: Story = {
  tags: ['refused'],
  args: { shows: 'failure' },
  parameters: { environment: { fail: 'ERR_QUERY_TOO_LARGE', at: ['query'] } satisfies Trouble },
};
export const Error: Story = {
  tags: ['refused'],
  args: { shows: 'failure' },
  parameters: { environment: { fail: 'ERR_INTERNAL', at: ['query'] } satisfies Trouble },
};
export const Offline: Story = {
  tags: ['refused'],
  args: { shows: 'failure' },
  parameters: { environment: { offline: true, at: ['query'] } satisfies Trouble },
};

export const Narrow: Story = { parameters: { narrow: true } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const English: Story = { globals: { language: 'en' } };
export const Regular: Story = { globals: { density: 'regular' } };
