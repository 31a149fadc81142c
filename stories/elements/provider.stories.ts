import '../../packages/components/src/define.ts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { DatakubeProvider } from '../../packages/components/src/provider/provider.ts';
import { CUBE, ENVIRONMENT } from '../fixtures/environment.ts';
import { setProperties } from '../fixtures/set-properties.ts';

type Arguments = Partial<Pick<DatakubeProvider, 'environment' | 'sessionEnds' | 'texts'>>;

const meta: Meta<Arguments> = {
  title: 'Elements/Provider',
  component: 'datakube-provider',
  tags: ['environment'],
  args: { environment: ENVIRONMENT },
  parameters: { environment: {} },
  render: (args) =>
    html`<datakube-provider ${setProperties(args)}>
      <datakube-explorer cube=${CUBE}></datakube-explorer>
    </datakube-provider>`,
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('datakube-explorer')?.shadowRoot;
    await waitFor(() => expect(root?.querySelector('datakube-pivot-table')).toBeTruthy(), {
      timeout: 30_000,
    });
  },
};
export default meta;

type Story = StoryObj<Arguments>;

/** One environment for all that is inside; it draws nothing itself. */
export const Default: Story = {};

/** Words of the page's own. */
export const Worded: Story = {
  args: { texts: { da: { pivotTable: { hidden: '[vises ikke]' } } } as unknown as DatakubeProvider['texts'] },
};
