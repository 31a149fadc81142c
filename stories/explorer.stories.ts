import '../packages/components/src/define.ts';
import type { DatakubeExplorer } from '../packages/components/src/explorer/explorer.ts';
import type { Trouble } from '@datakube/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { CUBE, ENVIRONMENT } from './fixtures/environment.ts';

interface Arguments {
  readonly cube: string;
  readonly state: DatakubeExplorer['state'];
  /** What must stand in the explorer before the story counts as shown. */
  readonly shows: string;
}

const table = 'datakube-pivot-table:not([hidden])';
const panel = 'datakube-state-panel';

const meta: Meta<Arguments> = {
  title: 'Explorer',
  component: 'datakube-explorer',
  args: { cube: CUBE, state: null, shows: table },
  parameters: { environment: {} },
  render: ({ cube, state }) =>
    html`<datakube-explorer cube=${cube} environment=${ENVIRONMENT} .state=${state}></datakube-explorer>`,
  play: async ({ canvasElement, args }) => {
    const explorer = canvasElement.querySelector('datakube-explorer');
    await waitFor(() => expect(explorer?.shadowRoot?.querySelector(args.shows)).not.toBeNull(), {
      timeout: 20_000,
    });
  },
};
export default meta;

type Story = StoryObj<Arguments>;

const inTrouble = (trouble: Trouble): Story => ({
  // The browser itself writes of a request that was answered with an error.
  tags: ['refused'],
  args: { shows: panel },
  parameters: { environment: trouble },
});

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
    shows: 'datakube-chart:not([hidden])',
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
    shows: panel,
    state: {
      ...first,
      rows: [residence, { dimension: 'age', level: 'five-year', parents: false }],
      columns: [{ dimension: 'time', level: 'month', parents: false }],
    },
  },
};

/** A cube that only those who are signed in may see. */
export const NoAccess: Story = { tags: ['refused'], args: { cube: 'speciallaegepraksis', shows: panel } };

export const Loading: Story = inTrouble({ delay: Infinity, at: ['query'] });
export const TooLarge: Story = inTrouble({ fail: 'ERR_QUERY_TOO_LARGE', at: ['query'] });
export const Error: Story = inTrouble({ fail: 'ERR_INTERNAL', at: ['query'] });
export const Offline: Story = inTrouble({ offline: true, at: ['query'] });

export const Narrow: Story = { parameters: { narrow: true } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const English: Story = { globals: { language: 'en' } };
export const Regular: Story = { globals: { density: 'regular' } };
