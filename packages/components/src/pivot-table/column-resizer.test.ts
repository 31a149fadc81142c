import { aTimeout, expect, nextFrame } from '@open-wc/testing';
import { sendMouse, setViewport } from '@web/test-runner-commands';
import { mountPivotTable } from '../../fixtures/mount-pivot-table.ts';
import { productCellSet, type DimensionShape } from '../../fixtures/product-cell-set.ts';
import './define.ts';
import type { DatakubePivotTable } from './pivot-table.ts';

const years: DimensionShape = {
  dimension: 'time',
  members: ['2023', '2024', '2025'].map((code) => ({ code, label: code, level: 'year' })),
};
const places: DimensionShape = {
  dimension: 'residence',
  members: ['Aalborg', 'Læsø', 'Thisted'].map((label) => ({ code: label, label, level: 'municipality' })),
};

async function table(): Promise<DatakubePivotTable> {
  await setViewport({ width: 1000, height: 600 });
  const element = mountPivotTable('da');
  element.parentElement!.style.cssText = 'position: fixed; inset: 0';
  element.cellSet = productCellSet([places], [years], {
    persons: (r, c) => ({ status: 'published', value: 1_234_567 * (r + 1) + c }),
  });
  await element.updateComplete;
  return element;
}

const headers = (element: DatakubePivotTable): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>('.corner, .column-header'),
];
const widths = (element: DatakubePivotTable): number[] =>
  headers(element).map(({ offsetWidth }) => offsetWidth);
const clipped = (element: DatakubePivotTable): number =>
  [...element.shadowRoot!.querySelectorAll('.cell')].filter(
    ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
  ).length;

/** Moves the pointer to the end of a header, and what must load for that gets the time to. */
async function reach(element: DatakubePivotTable, header: number, within = 4): Promise<[number, number]> {
  const { right, top, height } = headers(element)[header]!.getBoundingClientRect();
  const at: [number, number] = [Math.round(right - within), Math.round(top + height / 2)];
  await sendMouse({ type: 'move', position: [at[0], at[1] + 1] });
  await import('./column-resizer.ts');
  await aTimeout(50);
  await sendMouse({ type: 'move', position: at });
  return at;
}

async function drag([x, y]: [number, number], by: number): Promise<void> {
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [x + by, y] });
  await nextFrame();
  await sendMouse({ type: 'up' });
}

describe('widths of columns in <datakube-pivot-table>', () => {
  it('follow a pointer that drags the edge of a header, which is not sorted by that', async () => {
    const element = await table();
    const before = widths(element);
    await drag(await reach(element, 1), 60);
    const after = widths(element);
    expect(after[1]).to.equal(before[1]! + 60);
    expect(element.sort).to.equal(null);
    expect(element.shadowRoot!.activeElement).to.equal(null);
    await drag(await reach(element, 0), 40);
    expect(widths(element)[0]).to.equal(after[0]! + 40);
  });

  it('never get so narrow that a number is cut, and fit their content after a double click', async () => {
    const element = await table();
    await drag(await reach(element, 1), -400);
    const [, narrow] = widths(element);
    expect(narrow).to.be.within(40, 90);
    expect(clipped(element)).to.equal(0);
    element.resizeColumn(0, 100);
    expect(widths(element)[1]).to.equal(narrow! + 100);
    await reach(element, 1);
    for (let press = 0; press < 2; press++) {
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'up' });
    }
    headers(element)[1]!.dispatchEvent(
      new MouseEvent('dblclick', {
        bubbles: true,
        composed: true,
        clientX: headers(element)[1]!.getBoundingClientRect().right - 3,
      }),
    );
    expect(widths(element)[1]).to.be.within(narrow!, narrow! + 30);
    expect(clipped(element)).to.equal(0);
  });

  it('stay with their columns when the table is sorted and answered again, and others share the rest', async () => {
    const element = await table();
    element.resizeColumn(1, 75);
    const [stub, first, second, third] = widths(element);
    expect(first! + second! + third! + stub!).to.be.greaterThan(900);
    element.sort = { by: 'name', direction: 'descending' };
    await element.updateComplete;
    element.cellSet = { ...element.cellSet! };
    await element.updateComplete;
    expect(widths(element)[2]).to.equal(second);
    element.swapped = true;
    await element.updateComplete;
    element.swapped = false;
    await element.updateComplete;
    expect(widths(element)[2]).to.equal(second);
  });

  it('leave room for numbers beside row headers, however wide those are made', async () => {
    const element = await table();
    element.resizeColumn(-1, 5000);
    const { clientWidth } = element.shadowRoot!.querySelector('.scroller')!;
    expect(widths(element)[0]).to.be.within(clientWidth - 120, clientWidth - 60);
    element.fitColumn(-1);
    expect(widths(element)[0]).to.be.within(60, 200);
  });
});
