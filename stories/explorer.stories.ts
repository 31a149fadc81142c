import '../packages/components/src/define.ts';
import type { DatakubeExplorer } from '../packages/components/src/explorer/explorer.ts';
import type { Trouble } from '@datakube/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { analystToken, CUBE, ENVIRONMENT } from './fixtures/environment.ts';

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

/** As one of the sandbox's made-up analysts. */
function signedIn({ state }: Arguments): TemplateResult {
  return html`<datakube-provider environment=${ENVIRONMENT} .getToken=${analystToken}>
    <datakube-explorer cube=${CUBE} .state=${state}></datakube-explorer>
  </datakube-provider>`;
}

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

/** Outside the release, signed in: a new exact table. Below a hidden number everything is hidden. */
export const OutsideExact: Story = {
  render: signedIn,
  args: {
    state: {
      ...first,
      rows: [{ dimension: 'residence', level: 'region', parents: false }],
      columns: [
        { dimension: 'age', level: 'five-year', parents: false },
        { dimension: 'sector', level: 'sector', parents: false },
      ],
    },
  },
};

/** Outside the release where it cannot be exact: noise in every number, and each is marked. */
export const OutsideNoisy: Story = {
  render: signedIn,
  args: {
    state: {
      ...first,
      rows: [{ dimension: 'residence', level: 'region', parents: false }],
      columns: [
        { dimension: 'age', level: 'broad', parents: false },
        { dimension: 'sex', level: 'sex', parents: false },
        { dimension: 'sector', level: 'sector', parents: false },
      ],
    },
  },
};

export const OutsideNoisyChart: Story = {
  render: signedIn,
  args: {
    shows: 'chart',
    state: {
      ...first,
      rows: [{ dimension: 'age', level: 'broad', parents: false }],
      columns: [{ dimension: 'sex', level: 'sex', parents: false }],
      filters: [
        { dimension: 'residence', level: 'region', members: ['1081'] },
        { dimension: 'sector', level: 'sector', members: ['sygehus'] },
      ],
      totals: false,
      view: 'chart',
    },
  },
};

export const Narrow: Story = { parameters: { narrow: true } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const English: Story = { globals: { language: 'en' } };
export const Regular: Story = { globals: { density: 'regular' } };
