import { aTimeout, expect } from '@open-wc/testing';
import { citizensAndContacts, citizensByResidence } from '../../fixtures/citizens-by-residence.ts';
import { everyOffer, TableInUse } from '../../fixtures/table-in-use.ts';
import { until } from '../../fixtures/until.ts';
import './define.ts';
import type { DatakubePivotTable } from './pivot-table.ts';

/** What has focus, in words. */
const named = ({ root }: TableInUse): string | null =>
  root.activeElement!.getAttribute('aria-label') ?? root.activeElement!.textContent.trim();
const inGrid = ({ element, root }: TableInUse): boolean =>
  document.activeElement === element && root.activeElement?.closest('.grid') != null;

/** København, 2024, Mænd. */
const AT = [5, 6] as const;

describe('focus in <datakube-pivot-table>', () => {
  const changes: readonly [name: string, change: Partial<DatakubePivotTable>, follows: boolean][] = [
    ['a sort', { sort: { by: 'name', direction: 'descending' } }, true],
    ['another place for totals', { totals: { rows: 'after', columns: 'before' } }, true],
    ['a fold elsewhere', { collapsed: ['residence:1082'] }, true],
    ['a swap', { swapped: true }, true],
    ['a new answer', { cellSet: citizensByResidence() }, true],
    ['a new answer with another measure', { cellSet: citizensAndContacts() }, true],
    ['a fold over it', { collapsed: ['residence:1084'] }, false],
    ['a language', { lang: 'en' }, true],
  ];
  for (const [name, change, follows] of changes) {
    it(`stays through ${name}${follows ? ', on the same members' : ''}`, async () => {
      const table = await TableInUse.mount();
      await table.focus(...AT);
      Object.assign(table.element, change);
      await table.element.updateComplete;
      expect(inGrid(table)).to.equal(true);
      const cell = table.root.activeElement!;
      const { left, right, top, bottom } = cell.getBoundingClientRect();
      const box = table.find('.scroller').getBoundingClientRect();
      expect(
        left >= box.left && right <= box.right + 1 && top >= box.top && bottom <= box.bottom + 1,
        'in sight',
      ).to.equal(true);
      if (follows) expect(cell.textContent).to.equal('447');
    });
  }

  it('goes to the nearest cell when its column is taken away', async () => {
    const table = await TableInUse.mount({ cellSet: citizensAndContacts() });
    await table.focus(6, 5);
    table.element.measures = ['persons'];
    await table.element.updateComplete;
    expect(inGrid(table)).to.equal(true);
    table.element.cellSet = { ...citizensByResidence(), rows: citizensByResidence().rows.slice(0, 2) };
    await table.element.updateComplete;
    expect(inGrid(table)).to.equal(true);
  });

  it('waits on the words that numbers are on their way, and comes back with them', async () => {
    const table = await TableInUse.mount();
    await table.focus(...AT);
    table.element.loading = true;
    await until(() => table.root.querySelector('.skeleton'));
    await table.element.updateComplete;
    expect(table.root.activeElement?.className).to.equal('skeleton');
    table.element.loading = false;
    await table.element.updateComplete;
    expect(named(table)).to.equal('447');
  });

  it('waits on the words that there are none', async () => {
    const table = await TableInUse.mount();
    table.element.cellSet = { ...citizensByResidence(), rows: [] };
    await table.element.updateComplete;
    expect(table.root.activeElement?.className).to.equal('empty');
    table.element.cellSet = citizensByResidence();
    await table.element.updateComplete;
    expect(inGrid(table)).to.equal(true);
  });

  it('is never taken by a table that did not have it', async () => {
    const table = await TableInUse.mount();
    (document.activeElement as HTMLElement).blur();
    for (const change of [{ swapped: true }, { loading: true }, { loading: false }]) {
      Object.assign(table.element, change);
      await table.element.updateComplete;
    }
    await aTimeout(350);
    expect(document.activeElement).to.equal(document.body);
  });

  for (const [what, open] of [
    ['menu', 'Shift+F10'],
    ['help', '?'],
    ['search', 'Control+g'],
  ] as const) {
    it(`comes back from the ${what}`, async () => {
      const table = await TableInUse.mount({ offers: everyOffer });
      await table.focus(...AT);
      await table.press(open);
      await until(() => table.hasMenu || table.dialog?.open);
      await table.press('Escape');
      await until(() => !table.hasMenu && !table.dialog);
      expect(named(table)).to.equal('447');
    });
  }

  it('leaves the table, its menu and its explanation by Tab', async () => {
    const table = await TableInUse.mount();
    await table.focus(...AT);
    await table.press('Tab');
    expect(inGrid(table)).to.equal(false);
    await table.press('Shift+Tab');
    expect(named(table)).to.equal('447');
    await table.openMenu();
    await table.press('Tab');
    expect(table.hasMenu).to.equal(false);
    expect(inGrid(table)).to.equal(false);
  });

  it('is never covered by headers that stay, on a long random walk', async () => {
    const table = await TableInUse.mount();
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];
    table.element.style.inlineSize = '460px';
    await aTimeout(100);
    let state = 20261121;
    for (let step = 0; step < 200; step++) {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      const key = keys[(state >> 8) % keys.length]!;
      table.root.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
      const cell = table.root.activeElement!;
      if (!cell.matches('.cell')) continue;
      const { left, right, top, bottom } = cell.getBoundingClientRect();
      const box = table.find('.scroller').getBoundingClientRect();
      const clear =
        top >= table.find('.head').getBoundingClientRect().bottom - 0.5 &&
        left >= table.find('.stub.last').getBoundingClientRect().right - 0.5 &&
        bottom <= box.bottom + 0.5 &&
        right <= box.right + 0.5;
      expect(clear, `seed 20261121, step ${step}, ${key}`).to.equal(true);
    }
  });
});
