import '../../packages/components/src/define.ts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { CUBE, ENVIRONMENT } from '../fixtures/environment.ts';
import { named, within } from '../fixtures/within.ts';

interface Arguments {
  /** What is pressed, one after another: the beginning of a control's name. */
  readonly press: readonly string[];
  /** What is typed in the search of fields. */
  readonly search: string;
}

const meta: Meta<Arguments> = {
  title: 'Elements/Explorer parts',
  component: 'datakube-explorer',
  tags: ['environment'],
  args: { press: [], search: '' },
  parameters: { environment: {} },
  render: () => html`<datakube-explorer cube=${CUBE} environment=${ENVIRONMENT}></datakube-explorer>`,
  play: async ({ canvasElement, args }) => {
    const explorer = canvasElement.querySelector('datakube-explorer')!;
    await waitFor(() => expect(within(explorer, 'datakube-pivot-table')).not.toEqual([]), {
      timeout: 30_000,
    });
    if (args.search !== '') {
      const [input] = within<HTMLInputElement>(explorer, 'input[type=search]');
      input!.value = args.search;
      input!.dispatchEvent(new Event('input'));
      await waitFor(() => expect(within(explorer, '.hits, .hit').length).toBeGreaterThan(0));
    }
    for (const name of args.press) {
      await waitFor(() => expect(named(explorer, name)).toBeDefined(), { timeout: 10_000 });
      named(explorer, name)!.click();
    }
  },
};
export default meta;

type Story = StoryObj<Arguments>;

/** Where a field comes from, what to know of it, and how fresh it is. */
export const Declared: Story = { args: { press: ['Om Kronisk sygdom'] } };

/** What a measure counts, and over what it adds up. */
export const DeclaredMeasure: Story = { args: { press: ['Om Borgere'] } };

/** Members as a tree below their field. */
export const Values: Story = { args: { press: ['Vis værdier'] } };

/** Names, codes and synonyms, in any case, with aa for å: what was found is marked. */
export const Search: Story = { args: { search: 'nord' } };

export const SearchByCode: Story = { args: { search: '081' } };
export const SearchOfNothing: Story = { args: { search: 'zzz' } };

/** Members of one level, to tick. */
export const FilterByMember: Story = { args: { press: ['Bopæl ·', 'Filtrér', 'Ingen', 'Aalborg'] } };

/** Members of all levels: a region stands for its municipalities. */
export const FilterByTree: Story = {
  args: { press: ['Bopæl ·', 'Filtrér', 'Alle niveauer', 'Ingen', 'Region Nordjylland'] },
};

/** A window that moves on with each release. */
export const FilterByLatest: Story = { args: { press: ['Tid ·', 'Filtrér', 'Seneste'] } };

/** From one to another, open at either end. */
export const FilterByRange: Story = { args: { press: ['Tid ·', 'Filtrér', 'Fra–til'] } };

/** Persons do not add up over years: one alone, and why. */
export const FilterOfOne: Story = { args: { press: ['Tid ·', 'Flyt til filtre'] } };

export const FilterDark: Story = { ...FilterByTree, globals: { theme: 'dark' } };
export const SearchNarrow: Story = { args: { press: ['Felter'], search: '' }, tags: ['narrow'] };

/** Who a view is given to: a link, and code in the language of whoever uses it. */
export const Share: Story = { args: { press: ['Del'] } };

/** Files, each with what it is for and what it holds. */
export const Download: Story = { args: { press: ['Hent'] } };
