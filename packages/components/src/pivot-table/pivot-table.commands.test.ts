import { expect } from '@open-wc/testing';
import { actions, everyOffer, TableInUse } from '../../fixtures/table-in-use.ts';
import { citizensAndContacts } from '../../fixtures/citizens-by-residence.ts';
import { until } from '../../fixtures/until.ts';
import type { TableRequest } from '../events/table-request-event.ts';
import { tupleKey } from '../pivot/node-key.ts';
import { KEYS, MOVES } from './keyboard.ts';
import { keysOf, TABLE_COMMANDS, type TableCommandId } from './tools/commands.ts';
import type { Item } from './tools/menu-items.ts';
import './define.ts';

type Keyed = Extract<(typeof TABLE_COMMANDS)[number], { keys: readonly string[] }>['id'];
type InMenu = Extract<(typeof TABLE_COMMANDS)[number], { menu: true }>['id'];

// Two header rows and one column of row headers. Row 3 is the whole country, 4 a region, 5 its first kommune.
const COUNTRY = 3;
const REGION = 4;
const ROW_HEADER = 1;
const HIDDEN = [9, 3] as const;

const selected = ({ element }: TableInUse): string =>
  element.shadowRoot!.querySelector('.status')!.textContent.replace(/\s+/g, ' ');

/** What each key of a command does, seen from outside. */
const byKey: Readonly<Record<Keyed, (table: TableInUse, key: string) => Promise<void>>> = {
  async walk(table, key) {
    await table.focus(6, 4);
    await table.press(key);
    const to = { ArrowUp: [5, 4], ArrowDown: [7, 4], ArrowLeft: [6, 3], ArrowRight: [6, 5] }[key];
    expect(table.focused).to.deep.equal(to);
  },
  async 'row-ends'(table, key) {
    await table.focus(6, 4);
    await table.press(key);
    expect(table.focused).to.deep.equal([6, key === 'Home' ? 1 : 10]);
  },
  async corners(table, key) {
    await table.focus(6, 4);
    await table.press(key);
    expect(table.focused).to.deep.equal(key === 'Control+Home' ? [3, 2] : [106, 10]);
  },
  async page(table, key) {
    await table.press('Control+End', 'PageUp', 'PageUp');
    const [from] = table.focused;
    await table.press(key);
    const rows = Math.floor(
      (table.find('.scroller').clientHeight - table.find('.head').offsetHeight) /
        table.find('.body .row').offsetHeight,
    );
    expect(table.focused[0] - from).to.equal((rows - 1) * (key === 'PageUp' ? -1 : 1));
  },
  async 'go-to'(table, key) {
    await table.press(key);
    await until(() => table.dialog?.open);
    await table.press('Escape');
  },
  async 'find-row'(table) {
    await table.focus(REGION, ROW_HEADER);
    await table.press('h', 'o', 'l', 's');
    await until(() => table.dialog?.querySelector('input')?.value === 'hols');
    await table.press('Enter');
    expect(table.root.activeElement!.textContent.trim()).to.equal('Holstebro');
  },
  async expand(table, key) {
    table.element.collapsed = ['residence:1084'];
    await table.focus(REGION, ROW_HEADER);
    await table.press(key);
    expect(table.element.collapsed).to.deep.equal([]);
  },
  async collapse(table, key) {
    await table.focus(REGION, ROW_HEADER);
    await table.press(key);
    expect(table.element.collapsed).to.deep.equal(['residence:1084']);
  },
  async extend(table, key) {
    await table.focus(6, 4);
    await table.press(key);
    expect(selected(table)).to.include(
      /Up|Down/.test(key) ? 'Markeret: 2 × 1 celler' : 'Markeret: 1 × 2 celler',
    );
  },
  async 'select-row'(table, key) {
    await table.press(key);
    expect(selected(table)).to.include('Markeret: 1 × 9 celler');
  },
  async 'select-column'(table, key) {
    await table.press(key);
    expect(selected(table)).to.include('Markeret: 104 × 1 celler');
  },
  async 'select-all'(table, key) {
    await table.press(key);
    expect(selected(table)).to.include('Markeret: 104 × 9 celler');
  },
  async 'let-go'(table, key) {
    await table.press('Shift+ArrowDown', key);
    expect(selected(table)).not.to.include('Markeret');
  },
  async copy(table, key) {
    const copied = clipboardOf(table);
    await table.press('Shift+ArrowDown', key);
    expect(copied.text).to.equal('\t2023\n\tKvinder\nHele landet\t8665\nRegion Hovedstaden\t2762');
  },
  async menu(table, key) {
    await table.openMenu(key);
    await table.press('Escape');
  },
  async help(table, key) {
    await table.press(key);
    await until(() => table.dialog?.open);
    await table.press('Escape');
  },
  async why(table, key) {
    await table.focus(...HIDDEN);
    await table.press(key);
    await until(() => table.root.querySelector('.explanation'));
    await table.press('Escape');
  },
};

interface MenuCase {
  readonly at: readonly [row: number, column: number];
  /** What is chosen before, in a menu that opens this one. */
  readonly from?: TableCommandId;
  /** Which of the lines with this command. */
  readonly line?: number;
  readonly before?: (table: TableInUse) => void;
  readonly asks?: TableRequest;
  readonly does?: (table: TableInUse) => unknown;
}

const residence = { dimension: 'residence', level: 'region', members: ['1084'] } as const;
const drill = { kind: 'drill', dimension: 'residence', level: 'region', member: '1084' } as const;

/** What a choice from the menu of a place asks of the page, or does. */
const byMenu: Readonly<Record<InMenu, MenuCase>> = {
  'sort-ascending': {
    at: [2, 2],
    does: ({ element }) => expect(element.sort?.direction).to.equal('ascending'),
  },
  'sort-descending': {
    at: [2, 3],
    does: ({ element }) =>
      expect(element.sort).to.deep.equal({
        by: 'value',
        direction: 'descending',
        column: tupleKey(element.cellSet!.columns[1]!),
        measure: 'persons',
      }),
  },
  'sort-plain': {
    at: [1, 1],
    before: ({ element }) => (element.sort = { by: 'name', direction: 'ascending' }),
    does: ({ element }) => expect(element.sort).to.equal(null),
  },
  top: {
    at: [2, 2],
    from: 'top',
    line: 2,
    asks: { kind: 'top', dimension: 'residence', top: { count: 10, by: 'persons', others: false } },
  },
  'show-as': { at: [2, 2], line: 1, asks: { kind: 'show-as', measure: 'persons', derivation: 'row-share' } },
  expand: {
    at: [REGION, ROW_HEADER],
    before: ({ element }) => (element.collapsed = ['residence:1084']),
    does: ({ element }) => expect(element.collapsed).to.deep.equal([]),
  },
  collapse: {
    at: [REGION, ROW_HEADER],
    does: ({ element }) => expect(element.collapsed).to.deep.equal(['residence:1084']),
  },
  'expand-level': {
    at: [1, 1],
    before: ({ element }) => (element.collapsed = ['residence:1084', 'residence:1082']),
    does: ({ element }) => expect(element.collapsed).to.deep.equal([]),
  },
  'collapse-level': {
    at: [REGION, ROW_HEADER],
    does: ({ element }) =>
      expect(element.collapsed).to.deep.equal(
        [1084, 1082, 1081, 1085, 1083].map((code) => `residence:${code}`),
      ),
  },
  keep: { at: [REGION, ROW_HEADER], asks: { kind: 'keep', ...residence } },
  'leave-out': { at: [REGION, ROW_HEADER], asks: { kind: 'leave-out', ...residence } },
  'drill-down': { at: [REGION, ROW_HEADER], asks: { ...drill, by: null } },
  'drill-across': { at: [REGION, 4], from: 'drill-across', asks: { ...drill, by: 'age' } },
  'drill-up': { at: [REGION, ROW_HEADER], asks: { kind: 'drill-up', dimension: 'residence' } },
  appearance: { at: [2, 2], does: (table) => expect(table.commands).to.include('fit') },
  shading: {
    at: [2, 2],
    from: 'appearance',
    line: 1,
    asks: { kind: 'shading', measure: 'persons', shading: 'heat' },
    does: ({ element }) => expect(element.shading).to.deep.equal({ persons: 'heat' }),
  },
  'decimals-more': {
    at: [3, 2],
    from: 'appearance',
    asks: { kind: 'decimals', measure: 'persons', decimals: 1 },
    does: (table) => expect(table.root.activeElement!.textContent).to.equal('8.665,0'),
  },
  'decimals-fewer': {
    at: [3, 2],
    from: 'appearance',
    before: ({ element }) => (element.decimals = { persons: 2 }),
    asks: { kind: 'decimals', measure: 'persons', decimals: 1 },
  },
  wider: {
    at: [2, 2],
    from: 'appearance',
    does: (table) => expect(widthOf(table)).to.equal(before.width + 24),
  },
  narrower: {
    at: [2, 2],
    from: 'appearance',
    does: (table) => expect(widthOf(table)).to.be.lessThan(before.width),
  },
  fit: {
    at: [2, 2],
    from: 'appearance',
    before: ({ element }) => element.resizeColumn(0, 60),
    does: (table) => expect(widthOf(table)).to.be.lessThan(before.width),
  },
  'select-row': { at: [REGION, ROW_HEADER], does: (table) => expect(selected(table)).to.include('1 × 9') },
  'select-column': { at: [1, 2], does: (table) => expect(selected(table)).to.include('104 × 3') },
  'select-all': { at: [1, 1], does: (table) => expect(selected(table)).to.include('104 × 9') },
  copy: {
    at: [COUNTRY, 2],
    does: (table) => until(() => selected(table).includes('Kopieret')),
  },
  'copy-cells': { at: [COUNTRY, 2], does: () => until(() => before.copied!.text === '8665') },
  'copy-markdown': {
    at: [COUNTRY, 2],
    does: () =>
      until(() =>
        /^\|  \| 2023, Kvinder \|\n\| --- \| ---: \|\n\| Hele landet \| 8665 \|$/m.test(before.copied!.text),
      ),
  },
  why: { at: HIDDEN, does: ({ root }) => until(() => root.querySelector('.explanation')) },
  about: { at: [2, 2], asks: { kind: 'about', field: 'sex' } },
  hide: { at: [2, 3], asks: { kind: 'leave-out', dimension: 'sex', level: 'sex', members: ['M'] } },
  'go-to': { at: [5, 5], does: (table) => until(() => table.dialog?.open) },
  help: { at: [5, 5], does: (table) => until(() => table.dialog?.open) },
};

/** What was so before a choice was made. */
const before: { width: number; copied: Clip | null } = { width: 0, copied: null };

interface Clip {
  text: string;
  html: string;
}

/** What the table puts on the clipboard from now on, by the keys or from a menu. */
function clipboardOf({ element }: TableInUse): Clip {
  const clip: Clip = { text: '', html: '' };
  navigator.clipboard.write = async ([item]) => {
    clip.text = await (await item!.getType('text/plain')).text();
    clip.html = item!.types.includes('text/html') ? await (await item!.getType('text/html')).text() : '';
  };
  element.addEventListener('copy', ({ clipboardData }) => {
    clip.text = clipboardData!.getData('text/plain');
    clip.html = clipboardData!.getData('text/html');
  });
  return clip;
}

const widthOf = (table: TableInUse): number => table.find('.leaf').getBoundingClientRect().width;

/** Every command in a menu and in those it leads to. */
const commandsIn = (items: readonly Item[]): readonly TableCommandId[] =>
  actions(items).flatMap(({ action: { command, act } }) => [
    command,
    ...(act.kind === 'menu' ? commandsIn(act.items) : []),
  ]);

describe('the commands of <datakube-pivot-table>', () => {
  for (const [id, check] of Object.entries(byKey)) {
    for (const key of keysOf(id as Keyed)) {
      it(`${id}: ${key}`, async () => {
        const table = await TableInUse.mount();
        await check(table, key);
        expect(table.root.activeElement?.closest('.grid'), 'focus is in the table').to.not.equal(null);
      });
    }
  }

  for (const [id, { at, from, line, before: arrange, asks, does }] of Object.entries(byMenu)) {
    it(`${id}, from the menu`, async () => {
      const table = await TableInUse.mount({ offers: everyOffer });
      arrange?.(table);
      await table.element.updateComplete;
      await table.focus(...at);
      before.width = widthOf(table);
      before.copied = clipboardOf(table);
      await table.openMenu();
      if (from) {
        await table.choose(from);
        await until(() => table.hasMenu);
      }
      await table.choose(id as InMenu, line);
      if (asks) expect(table.requests).to.deep.equal([asks]);
      else expect(table.requests).to.deep.equal([]);
      await does?.(table);
      await table.press('Escape');
      expect(table.root.activeElement?.closest('.grid'), 'focus is in the table').to.not.equal(null);
    });
  }

  it('are one list: every key is in it, and the menus hold what it says they hold', async () => {
    const keys = Object.keys(MOVES)
      .concat(Object.keys(KEYS))
      .filter((key) => !TABLE_COMMANDS.some(({ id }) => keysOf(id).includes(key)));
    expect(keys).to.deep.equal([]);
    const table = await TableInUse.mount({
      offers: everyOffer,
      cellSet: citizensAndContacts(),
      sort: { by: 'name', direction: 'ascending' },
      collapsed: ['residence:1084'],
    });
    const found = new Set<TableCommandId>();
    // Corner, columns of years, sexes and measures, a folded and an open region, cells with and without a number.
    const places = [
      [1, 1],
      [1, 2],
      [2, 2],
      [3, 2],
      [5, 1],
      [6, 1],
      [6, 2],
      [7, 5],
    ] as const;
    for (const [row, column] of places) {
      await table.focus(row, column);
      await table.openMenu();
      for (const command of commandsIn(table.items)) found.add(command);
      await table.press('Escape');
    }
    await table.press('Control+g');
    const listed = TABLE_COMMANDS.filter((command) => 'menu' in command).map(({ id }) => id);
    const missing = listed.filter((id) => !found.has(id));
    // Cells with hidden values are elsewhere in this table.
    expect(missing.filter((id) => id !== 'why')).to.deep.equal([]);
    expect([...found].filter((id) => !listed.includes(id as never))).to.deep.equal([]);
  });

  it('of a table alone are those it can obey itself', async () => {
    const table = await TableInUse.mount();
    for (const [row, column] of [
      [1, 1],
      [1, 2],
      [2, 2],
      [4, 1],
      [4, 3],
    ] as const) {
      await table.focus(row, column);
      await table.openMenu();
      const asked = actions(table.items).filter(({ action: { act } }) => act.kind === 'request');
      expect(asked).to.deep.equal([]);
      await table.press('Escape');
    }
  });
});
