import '../../packages/components/src/define.ts';
import '../../packages/components/src/view/define.ts';
import type { Trouble } from '@datakube/mocks';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { DatakubeView } from '../../packages/components/src/view/view.ts';
import { CUBE, ENVIRONMENT } from '../fixtures/environment.ts';
import { setProperties } from '../fixtures/set-properties.ts';
import { until } from '../fixtures/until.ts';
import { within } from '../fixtures/within.ts';

interface Arguments extends Partial<
  Pick<DatakubeView, 'cube' | 'link' | 'environment' | 'heading' | 'controls'>
> {
  /** What must stand in the view before the story counts as shown. */
  readonly shows: string;
}

const meta: Meta<Arguments> = {
  title: 'Elements/View',
  component: 'datakube-view',
  tags: ['environment'],
  args: {
    cube: CUBE,
    environment: ENVIRONMENT,
    link: 'rows=residence:region&columns=time:year',
    shows: '[role=gridcell]',
  },
  parameters: { environment: {} },
  render: (args) => html`<datakube-view ${setProperties(args)}></datakube-view>`,
  play: async ({ canvasElement, args }) => {
    const view = await until(() => canvasElement.querySelector('datakube-view'));
    await until(() => within(view, args.shows)[0]);
  },
};
export default meta;

type Story = StoryObj<Arguments>;

const chart = {
  link: 'rows=residence:region&measures=contacts-per-1000&columns=&view=chart',
  shows: '.drawing svg',
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
  args: { shows: 'datakube-state-panel' },
  parameters: { environment: { delay: Infinity, at: ['query'] } satisfies Trouble },
};
export const Error: Story = {
  tags: ['failing-requests'],
  args: { shows: 'datakube-state-panel' },
  parameters: { environment: { fail: 'ERR_INTERNAL', at: ['query'] } satisfies Trouble },
};
export const Offline: Story = {
  tags: ['failing-requests'],
  args: { shows: 'datakube-state-panel' },
  parameters: { environment: { offline: true, at: ['query'] } satisfies Trouble },
};

export const Narrow: Story = { args: chart, tags: ['narrow'] };
export const Dark: Story = { args: chart, globals: { theme: 'dark' } };
export const English: Story = { args: chart, globals: { language: 'en' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Print: Story = { args: chart, tags: ['print'] };
