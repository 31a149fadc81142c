import { expect } from '@open-wc/testing';
import { TableInUse } from '../../fixtures/table-in-use.ts';
import './define.ts';

const press = (target: EventTarget, key: string, more: KeyboardEventInit = {}): boolean =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }),
  );

describe('what is done before keys and pointers are answered', () => {
  it('is done when they are, in order, and the page does not scroll by it', async () => {
    const table = await TableInUse.mount();
    const cell = table.find('.cell');
    cell.focus();
    const untouched = ['ArrowDown', 'ArrowRight', 'ArrowRight'].map((key) => press(cell, key));
    expect(untouched).to.deep.equal([false, false, false]);
    await table.element.updateComplete;
    const { activeElement } = table.root;
    const first = [cell.closest('.row')!, cell].map(indexOf);
    expect([activeElement!.closest('.row')!, activeElement!].map(indexOf)).to.deep.equal([
      first[0]! + 1,
      first[1]! + 2,
    ]);
  });

  it('is not what the browser keeps for itself', async () => {
    const table = await TableInUse.mount();
    const cell = table.find('.cell');
    cell.focus();
    const own = [
      press(cell, 'Tab'),
      press(cell, 'F5'),
      press(cell, 'ArrowLeft', { altKey: true }),
      press(cell, 'r', { ctrlKey: true }),
    ];
    expect(own).to.deep.equal([true, true, true, true]);
  });

  it('is a click of assistive technology, which neither points nor gives focus', async () => {
    const table = await TableInUse.mount();
    table.find('.column-header[aria-sort]').click();
    await table.element.updateComplete;
    expect(table.element.sort).to.include({ by: 'value', direction: 'descending' });
  });
});

function indexOf(element: Element): number {
  return Number(element.getAttribute('aria-rowindex') ?? element.getAttribute('aria-colindex'));
}
