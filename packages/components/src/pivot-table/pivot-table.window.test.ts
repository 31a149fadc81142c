import { expect } from '@open-wc/testing';
import { STATUSES, type CellSet } from '@datakube/contract';
import { productCellSet, type DimensionShape } from '../../fixtures/product-cell-set.ts';
import { mountPivotTable } from '../../fixtures/mount-pivot-table.ts';
import './define.ts';
import type { DatakubePivotTable } from './pivot-table.ts';

const numbered = (
  dimension: string,
  count: number,
  label = (i: number): string => `${dimension} ${i}`,
): DimensionShape => ({
  dimension,
  members: Array.from({ length: count }, (_, i) => ({ code: `${i}`, label: label(i), level: dimension })),
});

/** 3,920 rows × 100 columns, in columns of different widths. */
const large: CellSet = productCellSet(
  [numbered('residence', 98), numbered('age', 40)],
  [numbered('time', 20), numbered('sex', 5, (i) => 'wide '.repeat(i * 2))],
  {
    persons: (r, c) =>
      (r + c) % 11 === 0 ? { status: 'suppressed' } : { status: 'published', value: r * 100 + c },
  },
);

async function show(
  cellSet: CellSet,
  inlineSize = '',
): Promise<{ element: DatakubePivotTable; scroller: HTMLElement; root: ShadowRoot }> {
  const element = mountPivotTable('en');
  element.style.inlineSize = inlineSize;
  element.cellSet = cellSet;
  await element.updateComplete;
  const root = element.shadowRoot!;
  return { element, root, scroller: root.querySelector<HTMLElement>('.scroller')! };
}

/** Scrolls and lets the table hear of it at once. */
function scrollTo(scroller: HTMLElement, top: number, left: number): void {
  scroller.scrollTop = top;
  scroller.scrollLeft = left;
  scroller.dispatchEvent(new Event('scroll'));
}

/** What the cell set says at the place the attributes tell. Two header rows and two columns of row headers. */
function expected(cellSet: CellSet, rowIndex: number, columnIndex: number): string {
  const { value, status } = cellSet.measures.get('persons')!;
  const index = (rowIndex - 3) * cellSet.columns.length + columnIndex - 3;
  return STATUSES[status[index]!] === 'suppressed' ? '[hidden]' : written.format(value[index]!);
}

/** Made once: at 2,000 positions it is asked for close to a million cells. */
const written = new Intl.NumberFormat('en-GB');

describe('the window of <datakube-pivot-table>', () => {
  it('ends few columns at the edge of a page, and of a wide screen where a row would get too long', async () => {
    const few = productCellSet([numbered('residence', 9)], [numbered('time', 2)], {
      persons: () => ({ status: 'published', value: 5 }),
    });
    const ends = async (width: number): Promise<number[]> => {
      const { root, scroller } = await show(few, `${width}px`);
      const { left } = scroller.getBoundingClientRect();
      return ['.cell:last-child', '.leaf:last-child'].map(
        (selector) => root.querySelector(selector)!.getBoundingClientRect().right - left,
      );
    };
    expect(await ends(900)).to.deep.equal([900, 900]);
    expect(await ends(2000)).to.deep.equal([1200, 1200]);
  });

  it('shows the label of a group in the first row that is seen of it, and in no other', async () => {
    const { root, scroller } = await show(large);
    const rowHeight = root.querySelector<HTMLElement>('.body .row')!.offsetHeight;
    for (const top of [0, 30, 57, 43, 3000, 3001, 12]) {
      scrollTo(scroller, top * rowHeight, 0);
      const labelled = [...root.querySelectorAll('.body .row')].filter(
        (row) => getComputedStyle(row.querySelector('.stub > .label')!).opacity === '1',
      );
      // Rows count from 1, after two header rows; a group has 40 of them.
      const indices = labelled.map((row) => Number(row.getAttribute('aria-rowindex')) - 3);
      expect(indices.filter((row) => row % 40 !== 0)).to.deep.equal(top % 40 === 0 ? [] : [top]);
    }
  });

  it('holds a screenful of 392,000 cells', async () => {
    const { root } = await show(large);
    expect(root.querySelectorAll('.cell').length).to.be.within(50, 1999);
    const grid = root.querySelector('.grid')!;
    expect(grid.getAttribute('aria-rowcount')).to.equal('3922');
    expect(grid.getAttribute('aria-colcount')).to.equal('102');
  });

  it('tells true indices, and leaves no cell blank, at 2,000 random scroll positions', async function () {
    this.timeout(120_000);
    const { root, scroller } = await show(large);
    let state = 20_260_731;
    const random = (below: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return (state / 0x7fffffff) * below;
    };
    for (let step = 0; step < 2000; step++) {
      const near = step % 3 > 0;
      scrollTo(
        scroller,
        near ? scroller.scrollTop + random(200) - 100 : random(scroller.scrollHeight),
        near ? scroller.scrollLeft + random(300) - 150 : random(scroller.scrollWidth),
      );
      const where = `step ${step}`;
      for (const row of root.querySelectorAll('.body .row')) {
        const rowIndex = Number(row.getAttribute('aria-rowindex'));
        let previous = 2;
        for (const cell of row.querySelectorAll('.cell')) {
          const columnIndex = Number(cell.getAttribute('aria-colindex'));
          if (previous > 2 && columnIndex !== previous + 1)
            throw new Error(`${where}: column ${columnIndex} after ${previous}`);
          previous = columnIndex;
          const text = expected(large, rowIndex, columnIndex);
          if (cell.textContent !== text)
            throw new Error(`${where}: ${cell.textContent} for ${text} at ${rowIndex}, ${columnIndex}`);
        }
      }
      expectFilled(root, scroller, where);
      if (step % 100 === 0) expectCovered(root, scroller, where);
    }
  });

  it('puts headers above their columns', async () => {
    const { root, scroller } = await show(large);
    scrollTo(scroller, 3000, 2345);
    for (const header of root.querySelectorAll<HTMLElement>('.leaf')) {
      const index = header.getAttribute('aria-colindex');
      const cell = root.querySelector<HTMLElement>(`.cell[aria-colindex="${index}"]`)!;
      expect(header.getBoundingClientRect().left).to.be.closeTo(cell.getBoundingClientRect().left, 0.5);
      expect(header.getBoundingClientRect().width).to.be.closeTo(cell.getBoundingClientRect().width, 0.5);
    }
  });

  it('keeps group labels in sight while their columns scroll', async () => {
    const { root, scroller } = await show(large);
    const second = root.querySelector<HTMLElement>('.spans .label')!;
    scrollTo(scroller, 0, 120);
    const stub = root.querySelector<HTMLElement>('.stub.last')!.getBoundingClientRect();
    expect(second.textContent).to.equal('time 0');
    expect(second.getBoundingClientRect().left).to.be.greaterThanOrEqual(stub.right);
  });

  it('stays within the table when a fold makes it shorter than it was scrolled', async () => {
    const { element, root, scroller } = await show(large);
    scrollTo(scroller, scroller.scrollHeight, 0);
    element.cellSet = productCellSet([numbered('residence', 3), numbered('age', 2)], [numbered('time', 2)], {
      persons: (r, c) => ({ status: 'published', value: r * 10 + c }),
    });
    await element.updateComplete;
    expect([...root.querySelectorAll('.cell')].map(({ textContent }) => textContent)).to.include('51');
  });
});

/** The cells in the document reach from the headers that stay to the far edges of the viewport. */
function expectFilled(root: ShadowRoot, scroller: HTMLElement, where: string): void {
  const box = scroller.getBoundingClientRect();
  const rows = root.querySelectorAll<HTMLElement>('.body .row');
  const cells = rows[0]!.querySelectorAll('.cell');
  const [first, last] = [cells[0]!.getBoundingClientRect(), cells[cells.length - 1]!.getBoundingClientRect()];
  const bottom = rows[rows.length - 1]!.getBoundingClientRect().bottom;
  const head = root.querySelector('.head')!.getBoundingClientRect().bottom;
  const stubs = rows[0]!.querySelector('.stub.last')!.getBoundingClientRect().right;
  const filled =
    first.top <= head + 0.5 &&
    first.left <= stubs + 0.5 &&
    bottom >= box.top + scroller.clientHeight - 0.5 &&
    last.right >= box.left + scroller.clientWidth - 0.5;
  if (!filled) throw new Error(`${where}: the window does not fill the viewport`);
}

/** Every point of the viewport shows a cell, and one that stands there. */
function expectCovered(root: ShadowRoot, scroller: HTMLElement, where: string): void {
  const box = scroller.getBoundingClientRect();
  const body = root.querySelector('.body')!.getBoundingClientRect();
  const head = root.querySelector('.head')!.getBoundingClientRect();
  const stub = root.querySelector('.stub.last')!.getBoundingClientRect();
  const rowHeight = root.querySelector('.body .row')!.getBoundingClientRect().height;
  const middleOf = (row: number): number => body.top + (row + 0.5) * rowHeight;
  const firstRow = Math.ceil((head.bottom - body.top) / rowHeight - 0.5);
  for (let row = firstRow; middleOf(row) < box.top + scroller.clientHeight; row += 3) {
    const y = middleOf(row);
    for (let x = stub.right + 3; x < box.left + scroller.clientWidth - 3; x += 70) {
      const cell = root.elementFromPoint(x, y)?.closest('.cell');
      if (!cell) throw new Error(`${where}: nothing at ${x}, ${y}`);
      expect(Number(cell.parentElement!.getAttribute('aria-rowindex')), where).to.equal(row + 3);
    }
  }
}
