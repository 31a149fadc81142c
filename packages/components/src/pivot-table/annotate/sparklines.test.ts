import { expect } from '@open-wc/testing';
import type { CellSet } from '@datakube/contract';
import { mountPivotTable } from '../../../fixtures/mount-pivot-table.ts';
import { productCellSet, type CellOf, type DimensionShape } from '../../../fixtures/product-cell-set.ts';
import '../define.ts';
import type { DatakubePivotTable } from '../pivot-table.ts';

const places = (count: number): DimensionShape => ({
  dimension: 'residence',
  members: Array.from({ length: count }, (_, i) => ({ code: `m${i}`, label: `Sted ${i}`, level: 'place' })),
});
const years: DimensionShape = {
  dimension: 'time',
  members: ['2022', '2023', '2024', '2025'].map((code) => ({ code, label: code, level: 'year' })),
  total: 'Alle år',
};
const sexes: DimensionShape = {
  dimension: 'sex',
  members: ['K', 'M'].map((code) => ({ code, label: code, level: 'sex' })),
};
/** The first row rises, the second is hidden in 2024, the third throughout. */
const cell: CellOf = (row, column) =>
  (row === 1 && column === 2) || row === 2
    ? { status: 'suppressed' }
    : { status: 'published', value: 100 + 10 * column };

async function table(
  properties: Partial<DatakubePivotTable>,
  cellSet?: CellSet,
): Promise<DatakubePivotTable> {
  const element = mountPivotTable('da');
  Object.assign(element, {
    cellSet: cellSet ?? productCellSet([places(3)], [years], { persons: cell }),
    sparklines: true,
    ...properties,
  });
  await element.updateComplete;
  return element;
}

const headers = (element: DatakubePivotTable): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>('.body .stub.last'),
];
const lineOf = (header: Element | undefined): string =>
  header?.querySelector('.datakube-sparkline .line')?.getAttribute('d') ?? '';
const count = (element: DatakubePivotTable): number =>
  element.shadowRoot!.querySelectorAll('.datakube-sparkline').length;

describe('sparklines in <datakube-pivot-table>', () => {
  it('run through the periods that are shown, with hatch for those that are hidden', async () => {
    const [first, second, third] = headers(await table({}));
    expect(lineOf(first).match(/[ML]/g)?.join('')).to.equal('MLLL');
    expect(lineOf(second).match(/[MLZ]/g)?.join('')).to.equal('MLMZ');
    expect(second!.querySelectorAll('.hatch')).to.have.length(1);
    expect(third!.querySelectorAll('.line')).to.have.length(0);
    expect(third!.querySelectorAll('.hatch')).to.have.length(4);
  });

  it('are not read out: the numbers stand beside them', async () => {
    const [first] = headers(await table({}));
    expect(first!.querySelector('svg')!.getAttribute('aria-hidden')).to.equal('true');
    expect(first!.textContent).to.equal('Sted 0');
  });

  it('come and go, and leave the table as it was', async () => {
    const element = await table({ sparklines: false });
    const plain = element.shadowRoot!.querySelector('.body')!.innerHTML;
    element.sparklines = true;
    await element.updateComplete;
    expect(count(element)).to.equal(3);
    element.sparklines = false;
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.body')!.innerHTML).to.equal(plain);
  });

  it('need periods on the columns, and one course', async () => {
    const of = async (columns: readonly DimensionShape[]): Promise<number> =>
      count(await table({}, productCellSet([places(3)], columns, { persons: cell })));
    expect(await of([sexes])).to.equal(0);
    expect(await of([sexes, years])).to.equal(0);
    expect(await of([{ ...sexes, total: 'I alt' }, years])).to.equal(3);
    expect(await of([{ ...years, members: years.members.slice(0, 1) }])).to.equal(0);
  });

  it('follow the table where it is swapped', async () => {
    const swapped = productCellSet([years], [places(3)], {
      persons: (row, column) => cell(column, row, [], []),
    });
    const element = await table({ swapped: true }, swapped);
    expect(lineOf(headers(element)[0]).match(/[ML]/g)?.join('')).to.equal('MLLL');
  });

  it('break where the series does', async () => {
    const members = years.members.map((year, i) => (i === 2 ? { ...year, flags: ['break' as const] } : year));
    const element = await table({}, productCellSet([places(1)], [{ ...years, members }], { persons: cell }));
    expect(lineOf(headers(element)[0]).match(/[ML]/g)?.join('')).to.equal('MLML');
  });

  it('stay with their rows when the table scrolls', async () => {
    const element = await table(
      {},
      productCellSet([places(300)], [years], {
        persons: (row, column) => ({ status: 'published', value: row % 2 === 0 ? column : -column }),
      }),
    );
    const scroller = element.shadowRoot!.querySelector('.scroller')!;
    for (const top of [900, 3000, 2950, 0]) {
      scroller.scrollTop = top;
      scroller.dispatchEvent(new Event('scroll'));
      for (const header of headers(element)) {
        const rises = Number(header.textContent.replace('Sted ', '')) % 2 === 0;
        const heights = [...lineOf(header).matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
        expect(heights).to.have.length(4);
        expect(heights[0]! > heights[3]!, header.textContent).to.equal(rises);
      }
    }
  });

  it('are the same whatever lies in a hidden cell', async () => {
    const smuggling = productCellSet([places(3)], [years], { persons: cell });
    const { value, status } = smuggling.measures.get('persons')!;
    status.forEach((each, i) => {
      if (each === 1) value[i] = 12_345 + i;
    });
    const drawn = async (cellSet?: CellSet): Promise<string[]> =>
      headers(await table({}, cellSet)).map(({ innerHTML }) => innerHTML);
    expect(await drawn(smuggling)).to.deep.equal(await drawn());
  });
});
