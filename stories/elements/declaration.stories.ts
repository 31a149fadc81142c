import '../../packages/components/src/declaration/define.ts';
import type { DatakubeDeclaration } from '../../packages/components/src/declaration/declaration.ts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { cube } from '../fixtures/cube.ts';
import { setProperties } from '../fixtures/set-properties.ts';

type Arguments = Partial<Pick<DatakubeDeclaration, 'declaration' | 'release' | 'published' | 'open'>>;

const meta: Meta<Arguments> = {
  title: 'Elements/Declaration',
  component: 'datakube-declaration',
  args: { declaration: cube.declaration, release: cube.release.id, published: cube.release.published },
  render: (args) => html`<datakube-declaration ${setProperties(args)}></datakube-declaration>`,
};
export default meta;

type Story = StoryObj<Arguments>;

/** Source, caveats and coverage at a glance. */
export const Default: Story = {};

/** The whole declaration, with its eight headings. */
export const Open: Story = { args: { open: true } };

export const WithoutDeclaration: Story = { args: { declaration: null } };
export const Narrow: Story = { args: { open: true }, tags: ['narrow'] };
export const Dark: Story = { args: { open: true }, globals: { theme: 'dark' } };
export const English: Story = { args: { open: true }, globals: { language: 'en' } };

/** A page that runs from right to left: the elements, whose languages run the other way, stay as they are. */
export const RightToLeft: Story = { globals: { direction: 'rtl' } };

/** Four times as large on a screen of 1280: 320 pixels are left. */
export const Zoom: Story = { args: { open: true }, tags: ['zoom'] };
export const ForcedColours: Story = { tags: ['forced-colors'] };
export const Print: Story = { args: { open: true }, tags: ['print'] };
