import { aTimeout, expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { TableInUse } from '../../fixtures/table-in-use.ts';
import { until } from '../../fixtures/until.ts';
import './define.ts';

const touch = (type: string, at: Element, by: { x?: number; y?: number } = {}): PointerEvent => {
  const { left, top } = at.getBoundingClientRect();
  return new PointerEvent(type, {
    bubbles: true,
    composed: true,
    cancelable: true,
    isPrimary: true,
    pointerType: 'touch',
    clientX: left + 10 + (by.x ?? 0),
    clientY: top + 10 + (by.y ?? 0),
  });
};

/** A finger on an element for longer than the menu waits. */
async function rest(at: Element): Promise<void> {
  at.dispatchEvent(touch('pointerdown', at));
  await aTimeout(600);
}

const middleOf = (element: Element): [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

describe('pointers on <datakube-pivot-table>', () => {
  it('open the menu where the right button is pressed, and it stays when the button is let go', async () => {
    const table = await TableInUse.mount();
    const cell = table.find('[aria-rowindex="6"] > [aria-colindex="3"]');
    await sendMouse({ type: 'click', position: middleOf(cell), button: 'right' });
    await until(() => table.hasMenu);
    await aTimeout(50);
    expect(table.hasMenu).to.equal(true);
    expect(table.menu!.label).to.include('Frederiksberg, 2023, Mænd');
    await sendMouse({ type: 'click', position: [5, 5] });
    expect(table.hasMenu).to.equal(false);
  });

  it('keep a selection that the right button is pressed in', async () => {
    const table = await TableInUse.mount();
    await table.focus(5, 2);
    await table.press('Shift+ArrowDown', 'Shift+ArrowRight');
    await sendMouse({
      type: 'click',
      position: middleOf(table.find('[aria-rowindex="5"] > [aria-colindex="2"]')),
      button: 'right',
    });
    await until(() => table.hasMenu);
    expect(table.find('.status').textContent).to.include('2 × 2 celler');
    await table.press('Escape');
  });

  it('find a button of 24 pixels in the header that is pointed at, which opens its menu and does not sort', async () => {
    const table = await TableInUse.mount();
    const header = table.find('.leaf');
    const [x, y] = middleOf(header);
    await sendMouse({ type: 'move', position: [x, y] });
    await until(() => header.querySelector('.menu-button'));
    const button = header.querySelector('.menu-button')!;
    const { width, height } = button.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
    await sendMouse({ type: 'click', position: middleOf(button) });
    await until(() => table.hasMenu);
    expect(table.menu!.label).to.equal('Kolonneoverskrift: 2023, Kvinder');
    expect(table.element.sort).to.equal(null);
    await table.press('Escape');
    expect(table.root.activeElement).to.equal(header);
  });

  it('select by dragging', async () => {
    const table = await TableInUse.mount();
    const [from, to] = [
      '[aria-rowindex="5"] > [aria-colindex="2"]',
      '[aria-rowindex="7"] > [aria-colindex="4"]',
    ];
    await sendMouse({ type: 'move', position: middleOf(table.find(from)) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: middleOf(table.find(to)) });
    await sendMouse({ type: 'up' });
    await table.element.updateComplete;
    expect(table.find('.status').textContent).to.include('3 × 3 celler');
  });

  it('open the menu under a finger that rests, and the press that did so is no press on the header', async () => {
    const table = await TableInUse.mount();
    const header = table.find('.leaf');
    await rest(header);
    await until(() => table.hasMenu);
    header.dispatchEvent(touch('pointerup', header));
    header.dispatchEvent(touch('click', header));
    await table.element.updateComplete;
    expect(table.hasMenu).to.equal(true);
    expect(table.element.sort).to.equal(null);
    await table.press('Escape');
  });

  it('scroll without a menu: a finger that moves, or that the browser takes over', async () => {
    const table = await TableInUse.mount();
    const cell = table.find('[aria-rowindex="6"] > [aria-colindex="3"]');
    for (const moved of [touch('pointermove', cell, { y: 30 }), touch('pointercancel', cell)]) {
      const down = touch('pointerdown', cell);
      cell.dispatchEvent(down);
      cell.dispatchEvent(moved);
      await aTimeout(600);
      expect(table.hasMenu).to.equal(false);
      expect(down.defaultPrevented || moved.defaultPrevented, 'the browser scrolls').to.equal(false);
    }
  });

  it('select a cell by a tap', async () => {
    const table = await TableInUse.mount();
    const cell = table.find('[aria-rowindex="6"] > [aria-colindex="3"]');
    for (const type of ['pointerdown', 'pointerup', 'click']) cell.dispatchEvent(touch(type, cell));
    await table.element.updateComplete;
    expect(table.root.activeElement).to.equal(cell);
  });
});
