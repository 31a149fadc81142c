import '../../packages/components/src/define.ts';
import { only } from '../../packages/components/fixtures/only.ts';
import type { DatakubeExplorer } from '../../packages/components/src/explorer/explorer.ts';
import { PLAIN_LOOK, plainField } from '../../packages/components/src/state/index.ts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { exampleAnswer, exampleClient } from '../../packages/components/fixtures/example-client.ts';
import { exampleCube } from '../../packages/components/fixtures/example-cube.ts';
import { asksForClient } from '../../packages/components/src/provider/client-context.ts';
import { STATUSES } from '@datakube/contract';
import type { DatakubeClient } from '@datakube/client';
import { madeUpBorders } from '../fixtures/borders.ts';
import { setProperties } from '../fixtures/set-properties.ts';
import { analystToken, CUBE, ENVIRONMENT } from '../fixtures/environment.ts';
import { ERROR, LOADING, OFFLINE, troubled, untilShown, type Shows } from '../fixtures/shown-in.ts';

interface Arguments
  extends
    Shows,
    Partial<
      Pick<
        DatakubeExplorer,
        'cube' | 'environment' | 'checkReleaseEvery' | 'sessionEnds' | 'syncUrl' | 'geometry' | 'geometryKey'
      >
    > {
  readonly state: DatakubeExplorer['state'];
}

const meta: Meta<Arguments> = {
  title: 'Elements/Explorer',
  component: 'datakube-explorer',
  tags: ['environment'],
  args: { cube: CUBE, environment: ENVIRONMENT, state: null, shows: 'table' },
  parameters: { environment: {} },
  render: (args) => html`<datakube-explorer ${setProperties(args)}></datakube-explorer>`,
  play: async ({ canvasElement, args }) => untilShown(canvasElement, 'datakube-explorer', args),
};
export default meta;

/** As one of the sandbox's made-up analysts. */
function signedIn(args: Arguments): TemplateResult {
  return html`<datakube-provider environment=${ENVIRONMENT} .getToken=${analystToken}>
    <datakube-explorer ${setProperties({ ...args, environment: '' })}></datakube-explorer>
  </datakube-provider>`;
}

type Story = StoryObj<Arguments>;

const first = {
  columns: [plainField('time', 'year')],
  filters: [],
  measures: ['persons'],
  totals: true,
  sort: null,
  collapsed: [],
  view: 'table',
  chart: 'bar',
  look: PLAIN_LOOK,
} as const;

const residence = { ...plainField('residence', 'municipality'), parents: true };

/** What one meets first: places and years. */
export const Default: Story = {};

/** Small groups: many cells are hidden, and some with them from which they could be calculated. */
export const Hidden: Story = {
  args: {
    state: {
      ...first,
      rows: [residence],
      columns: [plainField('age', 'five-year'), plainField('sex', 'sex')],
      filters: [only('time', 'year', '2025')],
    },
  },
};

export const Chart: Story = {
  args: {
    shows: 'chart',
    state: {
      ...first,
      rows: [plainField('residence', 'region')],
      measures: ['contacts-per-1000'],
      totals: false,
      view: 'chart',
    },
  },
};

/** A map needs borders, and they are the page's own: with them it is among the kinds of chart. These are of no country. */
export const AsMap: Story = {
  args: {
    shows: 'chart',
    geometry: madeUpBorders,
    geometryKey: 'kommunekode',
    state: {
      ...first,
      rows: [plainField('residence', 'municipality')],
      columns: [],
      filters: [only('residence', 'region', '1081')],
      measures: ['contacts-per-1000'],
      totals: false,
      view: 'chart',
      chart: 'map',
    },
  },
};

/** A combination that is not in the release: refused, with a way out. */
export const Refused: Story = {
  tags: ['failing-requests'],
  args: {
    shows: 'failure',
    state: {
      ...first,
      rows: [residence, plainField('age', 'five-year')],
      columns: [plainField('time', 'month')],
    },
  },
};

/** A cube that only others may see. */
export const NoAccess: Story = {
  ...troubled('failure', { fail: 'ERR_FORBIDDEN', at: ['cube'] }),
  tags: ['failing-requests'],
};

export const Loading: Story = LOADING;
export const TooLarge: Story = {
  ...troubled('failure', { fail: 'ERR_QUERY_TOO_LARGE' }),
  tags: ['failing-requests'],
};
export const Error: Story = { ...ERROR, tags: ['failing-requests'] };
export const Offline: Story = { ...OFFLINE, tags: ['failing-requests'] };

/** Outside the release, signed in: a new exact table. Below a hidden number everything is hidden. */
export const OutsideExact: Story = {
  render: signedIn,
  args: {
    state: {
      ...first,
      rows: [plainField('residence', 'region')],
      columns: [plainField('age', 'five-year'), plainField('sector', 'sector')],
    },
  },
};

/** Outside the release where it cannot be exact: noise in every number, and each is marked. */
export const OutsideNoisy: Story = {
  render: signedIn,
  args: {
    state: {
      ...first,
      rows: [plainField('residence', 'region')],
      columns: [plainField('age', 'broad'), plainField('sex', 'sex'), plainField('sector', 'sector')],
    },
  },
};

export const OutsideNoisyChart: Story = {
  render: signedIn,
  args: {
    shows: 'chart',
    state: {
      ...first,
      rows: [plainField('age', 'broad')],
      columns: [plainField('sex', 'sex')],
      filters: [only('residence', 'region', '1084'), only('sector', 'sector', 'almen-praksis')],
      totals: false,
      view: 'chart',
    },
  },
};

export const Narrow: Story = { tags: ['narrow'] };
export const Dark: Story = { globals: { theme: 'dark' } };
export const English: Story = { globals: { language: 'en' } };
export const Regular: Story = { globals: { density: 'regular' } };

/** More cells than the environment gives out: it is not asked, and two coarser choices are at hand. */
export const TooLargeToAsk: Story = {
  args: {
    shows: 'too-large',
    state: {
      ...first,
      rows: [residence, plainField('age', 'five-year'), plainField('chronic-disease', 'disease')],
      columns: [plainField('time', 'month'), plainField('sex', 'sex')],
    },
  },
};

/** Nothing stands on an axis: one number, and ways to begin. */
export const Bare: Story = { args: { shows: 'bare', state: { ...first, rows: [], columns: [] } } };

/** Two minutes before the session ends. */
export const SessionSoon: Story = {
  args: { shows: 'session-soon' },
  render: (args) =>
    html`<datakube-explorer
      ${setProperties({ ...args, sessionEnds: new Date(Date.now() + 110_000) })}
    ></datakube-explorer>`,
};

/** The session is over: choice and numbers stand. */
export const SessionOver: Story = { args: { shows: 'session-over', sessionEnds: new Date(0) } };

/** An explorer of made-up numbers, whose client does what the story needs. */
function withClient(client: DatakubeClient): TemplateResult {
  const answer = (event: Event): void => {
    if (asksForClient(event)) event.callback(client, () => {});
  };
  return html`<div @context-request=${answer}>
    <datakube-explorer cube=${exampleCube.id}></datakube-explorer>
  </div>`;
}

/** New numbers have come while the page was open: they are offered, never put in. */
export const Stale: Story = {
  args: { shows: 'stale' },
  render: () =>
    withClient(
      exampleClient({
        catalogue: async () => {
          const { id, name, description, synthetic, release } = exampleCube;
          const { published } = release;
          return { cubes: [{ id, name, description, synthetic, release: '2026.11-3', published }] };
        },
      }),
    ),
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('datakube-explorer')?.shadowRoot;
    await waitFor(() => expect(root?.querySelector('datakube-pivot-table')).toBeTruthy());
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => expect(root?.querySelector('datakube-state-panel')?.state.kind).toBe('stale'));
  },
};

/** Every number is hidden: the table stands, and what is coarser is offered above it. */
export const AllHidden: Story = {
  args: { shows: 'all-hidden' },
  render: () =>
    withClient(
      exampleClient({
        query: async (_cube, query, options) => {
          const answer = exampleAnswer(query, options?.language ?? 'da');
          const size = answer.rows.length * answer.columns.length;
          const hidden = {
            value: new Float64Array(size).fill(NaN),
            status: new Uint8Array(size).fill(STATUSES.indexOf('suppressed')),
          };
          return { ...answer, measures: new Map(query.measures.map((measure) => [measure, hidden])) };
        },
      }),
    ),
};

/** A page that runs from right to left: the elements, whose languages run the other way, stay as they are. */
export const RightToLeft: Story = { globals: { direction: 'rtl' } };

/** Four times as large on a screen of 1280: 320 pixels are left. */
export const Zoom: Story = { tags: ['zoom'] };
export const ForcedColours: Story = { tags: ['forced-colors'] };
export const Print: Story = { tags: ['print'] };
