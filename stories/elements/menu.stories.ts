import '../../packages/components/src/menu/define.ts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { MenuItem } from '../../packages/components/src/menu/menu-item.ts';

interface Arguments {
  readonly label: string;
  readonly items: readonly MenuItem<string>[];
}

const items: readonly MenuItem<string>[] = [
  { kind: 'action', label: 'Flyt til kolonner', action: 'columns', keys: 'Alt →' },
  { kind: 'action', label: 'Filtrér …', action: 'filter', icon: 'filter' },
  { kind: 'separator' },
  { kind: 'note', text: 'Niveau' },
  { kind: 'action', label: 'Region', action: 'region', choice: 'radio' },
  { kind: 'action', label: 'Kommune', action: 'municipality', choice: 'radio', checked: true },
  { kind: 'separator' },
  {
    kind: 'action',
    label: 'Måned',
    action: 'month',
    hint: 'Findes ikke sammen med femårsgrupper',
    disabled: true,
  },
  { kind: 'action', label: 'Fjern', action: 'remove', icon: 'close' },
];

const meta: Meta<Arguments> = {
  title: 'Elements/Menu',
  component: 'datakube-menu',
  args: { label: 'Bopæl', items },
  render: ({ label }) => html`<button type="button">${label}</button><datakube-menu></datakube-menu>`,
  play: async ({ canvasElement, args }) => {
    const menu = canvasElement.querySelector('datakube-menu')!;
    const button = canvasElement.querySelector('button')!;
    await menu.open(button, args.label, args.items, () => {});
    await waitFor(() => expect(menu.shadowRoot?.querySelector('.menu:popover-open')).toBeTruthy());
  },
};
export default meta;

type Story = StoryObj<Arguments>;

/** What can be done, what is chosen, and what cannot be done with the reason. */
export const Default: Story = {};

export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const ForcedColours: Story = { tags: ['forced-colors'] };
