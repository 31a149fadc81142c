import '../../packages/components/src/define.ts';
import '../../packages/components/src/view/define.ts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { DatakubeView } from '../../packages/components/src/view/view.ts';
import { CUBE, ENVIRONMENT } from '../fixtures/environment.ts';
import { setProperties } from '../fixtures/set-properties.ts';
import { ERROR, LOADING, OFFLINE, untilShown, type Shows } from '../fixtures/shown-in.ts';

type Arguments = Shows &
  Partial<Pick<DatakubeView, 'cube' | 'link' | 'environment' | 'heading' | 'controls'>>;

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
  play: async ({ canvasElement, args }) => untilShown(canvasElement, 'datakube-view', args),
};
export default meta;

type Story = StoryObj<Arguments>;

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

export const Loading: Story = LOADING;
export const Error: Story = { ...ERROR, tags: ['failing-requests'] };
export const Offline: Story = { ...OFFLINE, tags: ['failing-requests'] };

export const Narrow: Story = { args: chart, tags: ['narrow'] };
export const Dark: Story = { args: chart, globals: { theme: 'dark' } };
export const English: Story = { args: chart, globals: { language: 'en' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Print: Story = { args: chart, tags: ['print'] };
