import { expect, oneEvent } from '@open-wc/testing';
import { citizensByResidence, dimensionInfo, measureInfo } from '../../fixtures/citizens-by-residence.ts';
import { mountPivotTable } from '../../fixtures/mount-pivot-table.ts';
import type { CellSelectEvent } from '../events/cell-select-event.ts';
import './define.ts';
import type { DatakubePivotTable } from './pivot-table.ts';

async function table(): Promise<DatakubePivotTable> {
  const element = mountPivotTable('da');
  Object.assign(element, { measureInfo, dimensionInfo, cellSet: citizensByResidence() });
  await element.updateComplete;
  element.shadowRoot!.querySelector<HTMLElement>('[tabindex="0"]')!.focus();
  return element;
}

/** Row and column index of what has focus. */
function focused(element: DatakubePivotTable): [number, number] {
  const cell = element.shadowRoot!.activeElement!;
  return [
    Number(cell.closest('.row')?.getAttribute('aria-rowindex')),
    Number(cell.getAttribute('aria-colindex')),
  ];
}

/** Presses keys one after the other, `Shift+ArrowDown` with its modifiers. */
async function press(element: DatakubePivotTable, ...presses: string[]): Promise<void> {
  for (const combination of presses) {
    const keys = combination.split('+');
    const key = keys.at(-1)!;
    element.shadowRoot!.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: key === 'Space' ? ' ' : key,
        shiftKey: keys.includes('Shift'),
        ctrlKey: keys.includes('Control'),
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    await element.updateComplete;
  }
}

const names = (element: DatakubePivotTable): string[] =>
  [...element.shadowRoot!.querySelectorAll('[role=rowheader]')].map(({ textContent }) => textContent.trim());

describe('the keyboard in <datakube-pivot-table>', () => {
  it('is one tab stop', async () => {
    const element = await table();
    expect(focused(element)).to.deep.equal([3, 2]);
    expect(element.shadowRoot!.querySelectorAll('[tabindex="0"]')).to.have.length(1);
    await press(element, 'ArrowDown', 'Home', 'ArrowUp');
    expect(element.shadowRoot!.querySelectorAll('[tabindex="0"]')).to.have.length(1);
    expect(element.shadowRoot!.activeElement!.getAttribute('tabindex')).to.equal('0');
  });

  it('walks by cell, row and whole data, without wrapping', async () => {
    const element = await table();
    await press(element, 'ArrowDown', 'ArrowRight');
    expect(focused(element)).to.deep.equal([4, 3]);
    await press(element, 'End');
    expect(focused(element)).to.deep.equal([4, 10]);
    await press(element, 'ArrowRight');
    expect(focused(element)).to.deep.equal([4, 10]);
    await press(element, 'Home');
    expect(focused(element)).to.deep.equal([4, 1]);
    await press(element, 'Control+End');
    expect(focused(element)).to.deep.equal([106, 10]);
    await press(element, 'ArrowDown');
    expect(focused(element)).to.deep.equal([106, 10]);
    await press(element, 'Control+Home');
    expect(focused(element)).to.deep.equal([3, 2]);
    await press(element, 'PageDown', 'PageUp');
    expect(focused(element)).to.deep.equal([3, 2]);
  });

  it('keeps the cell with focus clear of headers that stay', async () => {
    const element = await table();
    await press(element, 'Control+End', 'PageUp', 'PageUp', 'ArrowUp', 'ArrowUp');
    const root = element.shadowRoot!;
    const cell = root.activeElement!.getBoundingClientRect();
    expect(cell.top).to.be.greaterThanOrEqual(
      root.querySelector('.head')!.getBoundingClientRect().bottom - 0.5,
    );
    expect(cell.bottom).to.be.lessThanOrEqual(
      root.querySelector('.scroller')!.getBoundingClientRect().bottom + 0.5,
    );
  });

  it('opens and closes a region from its header, and leads from a child to its parent', async () => {
    const element = await table();
    await press(element, 'ArrowDown', 'Home');
    const header = (): Element => element.shadowRoot!.activeElement!;
    expect(header().getAttribute('aria-expanded')).to.equal('true');
    const event = oneEvent(element, 'datakube-expand-change');
    await press(element, 'ArrowLeft');
    expect(await event).to.include({ key: 'residence:1084', expanded: false });
    expect(header().getAttribute('aria-expanded')).to.equal('false');
    expect(names(element).slice(1, 3)).to.deep.equal(['Region Hovedstaden', 'Region Midtjylland']);
    await press(element, 'ArrowRight');
    expect(names(element)[2]).to.equal('København');
    await press(element, 'ArrowDown', 'ArrowDown', 'ArrowLeft');
    expect(focused(element)).to.deep.equal([4, 1]);
    await press(element, 'Space');
    expect(element.collapsed).to.deep.equal(['residence:1084']);
  });

  it('sorts by a column when its header is pressed, and says so', async () => {
    const element = await table();
    await press(element, 'ArrowUp');
    const header = element.shadowRoot!.activeElement!;
    expect(header.querySelector('.label')!.textContent).to.equal('Kvinder');
    (header as HTMLElement).click();
    await element.updateComplete;
    expect(header.getAttribute('aria-sort')).to.equal('descending');
    expect(names(element).slice(0, 4)).to.deep.equal([
      'Hele landet',
      'Region Hovedstaden',
      'København',
      'Frederiksberg',
    ]);
    expect(element.sort).to.deep.equal({
      by: 'value',
      direction: 'descending',
      column: 'time:2023/sex:K',
      measure: 'persons',
    });
    for (let again = 0; again < 2; again++) {
      (header as HTMLElement).click();
      await element.updateComplete;
    }
    expect(header.getAttribute('aria-sort')).to.equal('none');
    await press(element, 'Home');
    (element.shadowRoot!.activeElement as HTMLElement).click();
    await element.updateComplete;
    expect(names(element)[2]).to.equal('Albertslund');
    expect(element.shadowRoot!.activeElement!.getAttribute('aria-sort')).to.equal('ascending');
  });

  it('selects a block, tells of it, copies it with headers, and lets go', async () => {
    const element = await table();
    const sizes: [number, number][] = [];
    element.addEventListener('datakube-cell-select', ({ rows, columns }) => sizes.push([rows, columns]));
    await press(element, 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight');
    expect(sizes).to.deep.equal([
      [1, 1],
      [2, 1],
      [2, 2],
    ]);
    expect(element.shadowRoot!.querySelectorAll('[aria-selected=true]')).to.have.length(4);
    expect(element.shadowRoot!.querySelector('.status')!.textContent).to.include('Markeret: 2 × 2 celler');
    const data = new DataTransfer();
    element.shadowRoot!.activeElement!.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, composed: true, cancelable: true }),
    );
    expect(data.getData('text/plain')).to.equal(
      '\t2023\t2023\n\tKvinder\tMænd\nRegion Hovedstaden\t2762\t1241\nKøbenhavn\t956\t430',
    );
    await press(element, 'Escape');
    expect(element.shadowRoot!.querySelectorAll('[aria-selected=true]')).to.have.length(0);
  });

  it('selects a row, a column and everything', async () => {
    const element = await table();
    let size = '';
    element.addEventListener('datakube-cell-select', ({ rows, columns }) => (size = `${rows} × ${columns}`));
    await press(element, 'Shift+Space');
    expect(size).to.equal('1 × 9');
    await press(element, 'Control+Space');
    expect(size).to.equal('104 × 1');
    await press(element, 'Control+a');
    expect(size).to.equal('104 × 9');
  });

  it('tells a hidden cell without a number', async () => {
    const element = await table();
    element.collapsed = ['residence:1084', 'residence:1082'];
    await element.updateComplete;
    await press(element, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    const event = oneEvent(element, 'datakube-cell-select');
    await press(element, 'ArrowRight');
    const { cell } = (await event) as unknown as CellSelectEvent;
    expect(cell.status).to.equal('suppressed');
    expect(cell.value).to.equal(null);
  });

  it('never loses focus: scrolled away, sorted, folded, swapped, or with new numbers', async () => {
    const element = await table();
    const root = element.shadowRoot!;
    const scroller = root.querySelector<HTMLElement>('.scroller')!;
    const inside = (): boolean =>
      document.activeElement === element && root.querySelector('.grid')!.contains(root.activeElement);
    await press(element, 'ArrowDown', 'ArrowDown');
    scroller.scrollTop = 1500;
    scroller.dispatchEvent(new Event('scroll'));
    expect(inside()).to.equal(true);
    await press(element, 'ArrowRight');
    expect(focused(element)).to.deep.equal([5, 3]);
    for (const change of [
      { sort: { by: 'name', direction: 'descending' } },
      { collapsed: ['residence:1084', 'residence:1081'] },
      { swapped: true },
      { cellSet: citizensByResidence() },
    ] as Partial<DatakubePivotTable>[]) {
      Object.assign(element, change);
      await element.updateComplete;
      expect(inside()).to.equal(true);
      expect(root.activeElement!.getAttribute('role')).to.equal('gridcell');
    }
  });
});
