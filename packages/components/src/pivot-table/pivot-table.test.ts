import { aTimeout, expect } from '@open-wc/testing';
import 'axe-core';
import {
  citizensAndContacts,
  citizensByResidence,
  dimensionInfo,
  measureInfo,
} from '../../fixtures/citizens-by-residence.ts';
import { productCellSet, type DimensionShape } from '../../fixtures/product-cell-set.ts';
import { mountPivotTable } from '../../fixtures/mount-pivot-table.ts';
import './define.ts';
import type { DatakubePivotTable } from './pivot-table.ts';

type Axe = typeof import('axe-core');
const axe = (globalThis as unknown as { axe: Axe }).axe;

async function table(properties: Partial<DatakubePivotTable> = {}, lang = 'da'): Promise<DatakubePivotTable> {
  const element = mountPivotTable(lang);
  Object.assign(element, { measureInfo, dimensionInfo, cellSet: citizensByResidence() }, properties);
  await element.updateComplete;
  return element;
}

const all = (element: DatakubePivotTable, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (element: DatakubePivotTable, selector: string): HTMLElement => all(element, selector)[0]!;
const texts = (element: DatakubePivotTable, selector: string): string[] =>
  all(element, selector).map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

const year = (...codes: string[]): DimensionShape => ({
  dimension: 'time',
  members: codes.map((code) => ({ code, label: code, level: 'year' })),
});

describe('<datakube-pivot-table>', () => {
  it('shows the country first, each region above its kommuner, and totals as last columns', async () => {
    const element = await table({ collapsed: ['residence:1084', 'residence:1082'] });
    expect(texts(element, '[role=rowheader]').slice(0, 5)).to.deep.equal([
      'Hele landet',
      'Region Hovedstaden',
      'Region Midtjylland',
      'Region Nordjylland',
      'Morsø',
    ]);
    expect(texts(element, '.leaf').slice(0, 3)).to.deep.equal(['Kvinder', 'Mænd', 'I alt']);
    expect(texts(element, '.corner')).to.deep.equal(['Region › kommune']);
    expect(one(element, '.body .row').classList.contains('total')).to.equal(true);
  });

  it('writes numbers as the language does', async () => {
    expect(texts(await table(), '.cell')[0]).to.equal('8.665');
    expect(texts(await table({}, 'en'), '.cell')[0]).to.equal('8,665');
  });

  it('marks a hidden value in sight and by name, and nowhere tells more', async () => {
    const element = await table({ collapsed: ['residence:1084', 'residence:1082'] });
    const hidden = one(element, '.cell.suppressed');
    expect(hidden.textContent).to.equal('[skjult]');
    expect(hidden.getAttribute('aria-label')).to.equal('Morsø, 2023, Mænd: skjult af hensyn til diskretion');
    expect(texts(element, '.legend li')).to.deep.equal([
      '[skjult] Skjult af hensyn til diskretion Hvorfor er tal skjult?',
    ]);
    expect(one(element, '[role=status]').textContent).to.include('nogle værdier skjult');
    const english = await table({ collapsed: ['residence:1084', 'residence:1082'] }, 'en');
    expect(one(english, '.cell.suppressed').getAttribute('aria-label')).to.equal(
      'Morsø, 2023, Mænd: hidden for disclosure reasons',
    );
  });

  it('gives the other absent values marks and names of their own, and explains only marks that occur', async () => {
    const element = await table({
      cellSet: productCellSet([year('2024')], [year('2024'), year('2025')].slice(0, 1), {
        persons: () => ({ status: 'published', value: 0 }),
        'contacts-per-1000': () => ({ status: 'not-applicable' }),
        'bed-days': () => ({ status: 'missing' }),
      }),
    });
    expect(texts(element, '.cell')).to.deep.equal(['0', '[–]', '[mangler]']);
    expect(all(element, '.cell').map((cell) => cell.getAttribute('aria-label'))).to.deep.equal([
      null,
      '2024, 2024, Kontakter pr. 1.000: kan ikke forekomme',
      '2024, 2024, bed-days: mangler',
    ]);
    expect(texts(element, '.legend li')).to.deep.equal([
      '[mangler] Oplysningen mangler',
      '[–] Kan ikke forekomme',
    ]);
  });

  it('says how large it is, where the numbers come from, and that they are made up', async () => {
    const status = one(await table(), '.status').textContent.replace(/\s+/g, ' ');
    expect(status).to.include('104 rækker × 9 kolonner');
    expect(status).to.include('Kilde: Landspatientregisteret');
    expect(status).to.include('Udgivelse 2026.11-2');
    expect(status).to.include('Syntetiske data');
  });

  it('leaves the sources to a page that tells them, but not which release it shows', async () => {
    const cellSet = { ...citizensByResidence(), release: 'f55dc6c5a1b2c3d4e5f60718293a4b5c' };
    const status = one(await table({ cellSet, withoutSource: true }), '.status').textContent;
    expect(status).to.include('104 rækker × 9 kolonner');
    expect(status).to.match(/Udgivelse f55dc6c5\s*$/);
    expect(status).not.to.include('Kilde');
    expect(status).not.to.include('Syntetiske data');
  });

  it('is a treegrid with levels where rows fold, a grid where they do not', async () => {
    const element = await table();
    expect(one(element, '.grid').getAttribute('role')).to.equal('treegrid');
    expect(
      all(element, '.body .row')
        .slice(0, 3)
        .map((row) => row.getAttribute('aria-level')),
    ).to.deep.equal(['1', '2', '3']);
    element.swapped = true;
    await element.updateComplete;
    expect(one(element, '.grid').getAttribute('role')).to.equal('grid');
    expect(one(element, '.body .row').hasAttribute('aria-level')).to.equal(false);
  });

  it('puts several measures innermost with their own decimals', async () => {
    const element = await table({ cellSet: citizensAndContacts() });
    expect(texts(element, '.leaf').slice(0, 2)).to.deep.equal(['Borgere', 'Kontakter pr. 1.000']);
    expect(texts(element, '.cell').slice(0, 2)).to.deep.equal(['8.665', '68,3']);
  });

  it('gives every column room for what is in it, whatever spacing the reader sets', async () => {
    const element = await table({ cellSet: citizensAndContacts() });
    const clipped = (): string[] =>
      all(element, '.cell, .leaf')
        .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
        .map((cell) => cell.textContent);
    expect(clipped()).to.deep.equal([]);
    element.style.letterSpacing = '0.12em';
    element.style.wordSpacing = '0.16em';
    // The table hears of it by an observer; the new frame it draws is what is looked at.
    await aTimeout(200);
    expect(clipped()).to.deep.equal([]);
  });

  it('says so when there is nothing to show', async () => {
    const cellSet = { ...citizensByResidence(), rows: [] };
    const element = await table({ cellSet });
    expect(texts(element, '.empty')).to.deep.equal(['Ingen data for dette valg']);
    expect(one(element, '.scroller').hidden).to.equal(true);
  });

  it('keeps the old table for a moment while new numbers are on their way, then shows a skeleton', async () => {
    const element = await table();
    element.loading = true;
    await element.updateComplete;
    expect(one(element, '.grid').getAttribute('aria-busy')).to.equal('true');
    expect(all(element, '.skeleton')).to.have.length(0);
    await aTimeout(400);
    expect(all(element, '.skeleton')).to.have.length(1);
    element.loading = false;
    await element.updateComplete;
    expect(all(element, '.skeleton')).to.have.length(0);
    expect(texts(element, '.cell')[0]).to.equal('8.665');
  });

  it('shows a cell set that came while it was loading', async () => {
    const element = await table({ loading: true, cellSet: null });
    element.cellSet = citizensByResidence();
    element.loading = false;
    await element.updateComplete;
    expect(texts(element, '.cell')[0]).to.equal('8.665');
  });

  it('goes on showing its numbers when newer ones are ready', async () => {
    const element = await table({ stale: true });
    expect(one(element, '.notice').textContent).to.include('Nye tal er klar');
    expect(texts(element, '.cell')[0]).to.equal('8.665');
  });

  it('never shows a label as markup', async () => {
    const label = '<img src=x onerror="globalThis.hacked=1">';
    const row: DimensionShape = { dimension: 'residence', members: [{ code: '1', label, level: 'region' }] };
    const element = await table({
      cellSet: productCellSet([row], [row], { persons: () => ({ status: 'suppressed' }) }),
    });
    expect(texts(element, '[role=rowheader]')).to.deep.equal([label]);
    expect(all(element, 'img')).to.have.length(0);
  });

  for (const [name, properties] of [
    ['one measure', {}],
    ['two measures', { cellSet: citizensAndContacts() }],
    ['swapped', { swapped: true }],
    ['stale', { stale: true }],
  ] as const) {
    for (const theme of ['light', 'dark']) {
      it(`has nothing axe objects to: ${name}, ${theme}`, async () => {
        const element = await table(properties);
        element.parentElement!.setAttribute('data-datakube-theme', theme);
        element.parentElement!.style.background = theme === 'dark' ? '#161a1f' : '#fff';
        await element.updateComplete;
        const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const { violations } = await axe.run(element, { runOnly: tags });
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html} ${nodes[0]!.failureSummary ?? ''}`),
        ).to.deep.equal([]);
      });
    }
  }
});
