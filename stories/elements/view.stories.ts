import '../../packages/components/src/define.ts';
import '../../packages/components/src/view/define.ts';
import type { Trouble } from '@datakube/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { PanelState } from '../../packages/components/src/explorer/state-panel/panel-state.ts';
import type { DatakubeStatePanel } from '../../packages/components/src/explorer/state-panel/state-panel.ts';
import type { DatakubeView } from '../../packages/components/src/view/view.ts';
import { CUBE, ENVIRONMENT } from '../fixtures/environment.ts';
import { setProperties } from '../fixtures/set-properties.ts';
import { until } from '../fixtures/until.ts';
import { within } from '../fixtures/within.ts';

interface Arguments extends Partial<
  Pick<DatakubeView, 'cube' | 'link' | 'environment' | 'heading' | 'controls'>
> {
  /** What must stand in the view before the story counts as shown. */
  readonly shows: 'table' | 'chart' | PanelState['kind'];
}

const meta: Meta<Arguments> = {
  title: 'Elements/View',
  component: 'datakube-view',
  tags: ['environment'],
  args: {
    cube: CUBE,
    environment: ENVIRONMENT,
    link: 'rows=residence:region&columns=time:year',
    shows: 'table',
  },
  parameters: { environment: {} },
  render: (args) => html`<datakube-view ${setProperties(args)}></datakube-view>`,
  play: async ({ canvasElement, args }) => {
    const view = await until(() => canvasElement.querySelector('datakube-view'));
    await until(() => stands(view, args.shows));
  },
};
export default meta;

type Story = StoryObj<Arguments>;

function stands(view: DatakubeView, what: Arguments['shows']): boolean {
  switch (what) {
    case 'table':
      return within(view, '[role=gridcell]').length > 0;
    case 'chart':
      return within(view, '.drawing svg').length > 0;
    default:
      return within<DatakubeStatePanel>(view, 'datakube-state-panel').some(
        ({ state }) => state.kind === what,
      );
  }
}

const chart = {
  link: 'rows=residence:region&measures=contacts-per-1000&columns=&view=chart',
  shows: 'chart',
} as const;

/** One table on a page, with its title and where the numbers come from. */
export const Default: Story = {};

export const Chart: Story = { args: chart };

/** The page's own words, and files to take along. */
export const WithDownload: Story = {
  args: { ...chart, heading: 'Hvor ofte ser vi en læge?', controls: 'view download' },
};

export const WithoutControls: Story = { args: { controls: 'none' } };

export const Loading: Story = {
  args: { shows: 'loading' },
  parameters: { environment: { delay: Infinity, at: ['query'] } satisfies Trouble },
};
export const Error: Story = {
  tags: ['failing-requests'],
  args: { shows: 'failure' },
  parameters: { environment: { fail: 'ERR_INTERNAL', at: ['query'] } satisfies Trouble },
};
export const Offline: Story = {
  tags: ['failing-requests'],
  args: { shows: 'failure' },
  parameters: { environment: { offline: true, at: ['query'] } satisfies Trouble },
};

export const Narrow: Story = { args: chart, tags: ['narrow'] };
export const Dark: Story = { args: chart, globals: { theme: 'dark' } };
export const English: Story = { args: chart, globals: { language: 'en' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Print: Story = { args: chart, tags: ['print'] };
