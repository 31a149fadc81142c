import '../packages/components/src/declaration/define.ts';
import type { Declaration } from '@datakube/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { cube } from './fixtures/cube.ts';

interface Arguments {
  readonly declaration: Declaration | null;
  readonly open: boolean;
}

const meta: Meta<Arguments> = {
  title: 'Declaration',
  component: 'datakube-declaration',
  args: { declaration: cube.declaration, open: false },
  render: ({ declaration, open }) =>
    html`<datakube-declaration
      .declaration=${declaration}
      .release=${cube.release.id}
      .published=${cube.release.published}
      .open=${open}
    ></datakube-declaration>`,
};
export default meta;

type Story = StoryObj<Arguments>;

/** Source, caveats and coverage at a glance. */
export const Default: Story = {};

/** The whole declaration, with its eight headings. */
export const Open: Story = { args: { open: true } };

export const WithoutDeclaration: Story = { args: { declaration: null } };
export const Narrow: Story = { args: { open: true }, parameters: { narrow: true } };
export const Dark: Story = { args: { open: true }, globals: { theme: 'dark' } };
export const English: Story = { args: { open: true }, globals: { language: 'en' } };
