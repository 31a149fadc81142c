import { expect, oneEvent } from '@open-wc/testing';
import { mountPivotTable } from '../../fixtures/mount-pivot-table.ts';
import { productCellSet, type DimensionShape } from '../../fixtures/product-cell-set.ts';
import type { TableRequestEvent } from '../events/table-request-event.ts';
import './define.ts';
import type { DatakubePivotTable } from './pivot-table.ts';

const residence: DimensionShape = {
  dimension: 'residence',
  members: [
    {
      code: '1081',
      label: 'Region Nordjylland',
      level: 'region',
      children: [
        { code: '0851', label: 'Aalborg', level: 'municipality' },
        { code: '0787', label: 'Thisted', level: 'municipality' },
      ],
    },
    { code: '1082', label: 'Region Midtjylland', level: 'region' },
  ],
  others: 'Øvrige',
  total: 'Hele landet',
};
const years: DimensionShape = {
  dimension: 'time',
  members: [{ code: '2025', label: '2025', level: 'year' }],
};

async function table(properties: Partial<DatakubePivotTable> = {}): Promise<DatakubePivotTable> {
  const element = mountPivotTable('da');
  const cellSet = productCellSet([residence], [years], {
    persons: (r) => (r === 1 ? { status: 'suppressed' } : { status: 'published', value: 100 - r }),
  });
  Object.assign(element, { cellSet }, properties);
  await element.updateComplete;
  return element;
}
const all = (element: DatakubePivotTable, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const rows = (element: DatakubePivotTable): string[] =>
  all(element, '.stub').map(({ textContent }) => textContent.trim());
const levels = (element: DatakubePivotTable): (string | null)[] =>
  all(element, '.body .row').map((row) => row.getAttribute('aria-level'));

describe('where totals and subtotals stand in <datakube-pivot-table>', () => {
  it('is before what they sum up, and what a choice of the greatest leaves out is after all members', async () => {
    const element = await table();
    expect(rows(element)).to.deep.equal([
      'Hele landet',
      'Region Nordjylland',
      'Aalborg',
      'Thisted',
      'Region Midtjylland',
      'Øvrige',
    ]);
    expect(levels(element)).to.deep.equal(['1', '2', '3', '3', '2', '2']);
    expect(all(element, '.body .row')[5]!.className).to.equal('row');
  });

  it('is after it where that is asked for; a total that comes last is over nothing', async () => {
    const element = await table({ totals: { rows: 'after' } });
    expect(rows(element).at(-1)).to.equal('Hele landet');
    expect(levels(element)).to.deep.equal(['1', '2', '2', '1', '1', '1']);
    element.subtotals = { rows: 'after' };
    await element.updateComplete;
    expect(rows(element).slice(0, 4)).to.deep.equal([
      'Aalborg',
      'Thisted',
      'Region Nordjylland',
      'Region Midtjylland',
    ]);
    // To a listener the rows above a member are not its parents then; so nothing is said of levels.
    expect(levels(element)).to.deep.equal([null, null, null, null, null, null]);
    expect(all(element, '.grid')[0]!.getAttribute('role')).to.equal('grid');
    expect(all(element, '.stub[aria-expanded]')).to.have.length(1);
  });
});

describe('labels in <datakube-pivot-table>', () => {
  it('are names, codes or both, in headers, in names of cells and where rows are sorted', async () => {
    const sort = { by: 'name', direction: 'ascending' } as const;
    const element = await table({ sort, totals: { rows: 'hidden' } });
    expect(rows(element)).to.deep.equal([
      'Region Midtjylland',
      'Region Nordjylland',
      'Thisted',
      'Aalborg',
      'Øvrige',
    ]);
    element.labels = 'code';
    await element.updateComplete;
    expect(rows(element)).to.deep.equal(['1081', '0787', '0851', '1082', 'Øvrige']);
    element.labels = 'both';
    await element.updateComplete;
    expect(rows(element)[1]).to.equal('0787 Thisted');
    expect(all(element, '.leaf')[0]!.textContent).to.equal('2025');
    expect(all(element, '.cell.suppressed')[0]!.getAttribute('aria-label')).to.equal(
      '0851 Aalborg, 2025: skjult af hensyn til diskretion',
    );
  });
});

describe('members that can be opened in <datakube-pivot-table>', () => {
  const openable = (_dimension: string, level: string): boolean => level === 'region';

  it('are none unless the page says so', async () => {
    const folding = all(await table(), '.stub[aria-expanded]').map(({ textContent }) => textContent.trim());
    expect(folding).to.deep.equal(['Region Nordjylland']);
  });

  it('have a button that asks the page, by pointer and by keyboard', async () => {
    const element = await table({ openable });
    const midtjylland = all(element, '.stub')[4]!;
    expect(midtjylland.getAttribute('aria-expanded')).to.equal('false');
    expect(midtjylland.querySelector('.twister')!.getAttribute('aria-label')).to.equal(
      'Fold ud: Region Midtjylland',
    );
    const asked = (event: Promise<unknown>): Promise<unknown> =>
      event.then((each) => (each as TableRequestEvent).request);
    const byPointer = oneEvent(element, 'datakube-table-request');
    midtjylland.querySelector<HTMLElement>('.twister')!.click();
    const request = { kind: 'open', dimension: 'residence', level: 'region', member: '1082', open: true };
    expect(await asked(byPointer)).to.deep.equal(request);
    const byKey = oneEvent(element, 'datakube-table-request');
    midtjylland.focus();
    midtjylland.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    expect(await asked(byKey)).to.deep.equal(request);
    expect(element.collapsed).to.deep.equal([]);
  });

  it('do not open where they stand for no member', async () => {
    const element = await table({ openable: () => true });
    const folding = all(element, '.stub').map((stub) => stub.hasAttribute('aria-expanded'));
    expect(folding).to.deep.equal([false, true, true, true, true, false]);
  });
});
