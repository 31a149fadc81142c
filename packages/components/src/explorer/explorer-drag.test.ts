import { expect } from '@open-wc/testing';
import { deep, find, mountExplorer, said, settled } from '../../fixtures/mount.ts';
import type { DatakubeExplorer } from './explorer.ts';
import '../define.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

function centre(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function pointer(type: string, target: EventTarget, { x, y }: Point): void {
  target.dispatchEvent(
    new PointerEvent(type, {
      clientX: x,
      clientY: y,
      button: 0,
      bubbles: true,
      composed: true,
      cancelable: true,
    }),
  );
}

const zone = (explorer: DatakubeExplorer, name: string): Element =>
  explorer.renderRoot.querySelector(`datakube-zone[zone=${name}]`)!;

/** Presses, moves in two steps and lets go, as a hand does. */
async function drag(explorer: DatakubeExplorer, from: Element, to: Point, release = true): Promise<void> {
  const start = centre(from);
  pointer('pointerdown', from, start);
  pointer('pointermove', window, { x: start.x + 8, y: start.y });
  pointer('pointermove', window, to);
  await settled(explorer);
  if (release) pointer('pointerup', window, to);
  await settled(explorer);
}

describe('dragging', () => {
  it('carries a field from the list into a zone', async () => {
    const explorer = await mountExplorer();
    await drag(explorer, find(explorer, '.name', 'Køn'), centre(zone(explorer, 'columns')));
    expect(explorer.state?.columns.map(({ dimension }) => dimension)).to.deep.equal(['time', 'sex']);
    expect(said(explorer)).to.equal('Køn står på kolonner, plads 2 af 2.');
  });

  it('shows where it would land, and puts it there', async () => {
    const explorer = await mountExplorer();
    const first = find(explorer, '.chip', 'Tid').getBoundingClientRect();
    const before = { x: first.left + 2, y: first.top + first.height / 2 };
    await drag(explorer, find(explorer, '.name', 'Køn'), before, false);
    expect(deep(zone(explorer, 'columns').shadowRoot!, '.dropline')).to.have.length(1);
    pointer('pointerup', window, before);
    await settled(explorer);
    expect(explorer.state?.columns.map(({ dimension }) => dimension)).to.deep.equal(['sex', 'time']);
    expect(deep(zone(explorer, 'columns').shadowRoot!, '.dropline')).to.have.length(0);
  });

  it('moves between zones and within one', async () => {
    const explorer = await mountExplorer();
    await drag(explorer, find(explorer, '.chip', 'Tid'), centre(zone(explorer, 'rows')));
    expect(explorer.state?.rows.map(({ dimension }) => dimension)).to.deep.equal(['residence', 'time']);
    const chip = find(explorer, '.chip', 'Bopæl').getBoundingClientRect();
    await drag(explorer, find(explorer, '.chip', 'Tid'), { x: chip.left + 2, y: chip.top + 5 });
    expect(explorer.state?.rows.map(({ dimension }) => dimension)).to.deep.equal(['time', 'residence']);
  });

  it('asks which members to keep when dropped on the filters', async () => {
    const explorer = await mountExplorer();
    await drag(explorer, find(explorer, '.name', 'Alder'), centre(zone(explorer, 'filters')));
    expect(find(explorer, '[role=dialog]', 'Filter: Alder').matches(':popover-open')).to.equal(true);
    expect(explorer.state?.filters).to.deep.equal([]);
  });

  it('says why a field cannot land, and what can', async () => {
    const explorer = await mountExplorer();
    await drag(explorer, find(explorer, '.name', 'Sektor'), centre(zone(explorer, 'rows')));
    expect(explorer.state?.rows).to.have.length(1);
    expect(find(explorer, '[role=menuitem]', 'Tilføj, og vis bopæl på region').isConnected).to.equal(true);
  });

  it('changes nothing when cancelled, dropped outside, or dropped where it does not belong', async () => {
    const explorer = await mountExplorer();
    const first = explorer.state;
    await drag(explorer, find(explorer, '.chip', 'Tid'), centre(zone(explorer, 'rows')), false);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    pointer('pointerup', window, centre(zone(explorer, 'rows')));
    await settled(explorer);
    expect(said(explorer)).to.equal('Flytningen er fortrudt.');
    await drag(explorer, find(explorer, '.chip', 'Tid'), { x: 2, y: 2 });
    await drag(explorer, find(explorer, '.name', 'Sengedage'), centre(zone(explorer, 'rows')));
    expect(explorer.state).to.equal(first);
  });

  it('adds a measure to the measures, where it is dropped', async () => {
    const explorer = await mountExplorer();
    const first = find(explorer, '.chip', 'Borgere').getBoundingClientRect();
    await drag(explorer, find(explorer, '.name', 'Sengedage'), { x: first.left + 2, y: first.top + 5 });
    expect(explorer.state?.measures).to.deep.equal(['bed-days', 'persons']);
  });

  it('asks which members to keep before an axis gives a field up to the filters', async () => {
    const explorer = await mountExplorer();
    await drag(explorer, find(explorer, '.chip', 'Bopæl'), centre(zone(explorer, 'filters')));
    expect(find(explorer, '[role=dialog]', 'Filter: Bopæl').matches(':popover-open')).to.equal(true);
    expect(explorer.state?.rows, 'until the choice is made').to.have.length(1);
  });

  it('stays where it is when dropped before or after itself', async () => {
    const explorer = await mountExplorer();
    await drag(explorer, find(explorer, '.name', 'Køn'), centre(zone(explorer, 'columns')));
    const { state } = explorer;
    const { left, right, top } = find(explorer, '.chip', 'Tid').getBoundingClientRect();
    for (const x of [left + 3, right - 3]) {
      await drag(explorer, find(explorer, '.chip', 'Tid'), { x, y: top + 6 });
      expect(explorer.state).to.equal(state);
    }
  });

  it('takes a small movement for a press, and another button for nothing', async () => {
    const explorer = await mountExplorer();
    const chip = find(explorer, '.chip', 'Tid');
    const start = centre(chip);
    pointer('pointerdown', chip, start);
    pointer('pointermove', window, { x: start.x + 3, y: start.y + 2 });
    expect(explorer.hasAttribute('data-dragging')).to.equal(false);
    pointer('pointerup', window, start);
    chip.dispatchEvent(
      new PointerEvent('pointerdown', {
        clientX: start.x,
        clientY: start.y,
        button: 2,
        bubbles: true,
        composed: true,
      }),
    );
    pointer('pointermove', window, { x: start.x + 50, y: start.y });
    expect(explorer.hasAttribute('data-dragging')).to.equal(false);
    expect(said(explorer)).to.equal('');
  });

  it('lets no click follow a drop, but the next one through', async () => {
    const explorer = await mountExplorer();
    const chip = find(explorer, '.chip', 'Tid');
    const clicks: string[] = [];
    explorer.addEventListener('click', () => clicks.push('click'));
    const start = centre(chip);
    pointer('pointerdown', chip, start);
    pointer('pointermove', window, { x: start.x + 30, y: start.y });
    pointer('pointerup', window, { x: start.x + 30, y: start.y });
    chip.click();
    expect(clicks).to.deep.equal([]);
    await settled(explorer);
    find(explorer, '.chip', 'Tid').click();
    expect(clicks).to.deep.equal(['click']);
  });

  it('ends, with nothing left behind, when the pointer is taken away or the explorer is', async () => {
    const explorer = await mountExplorer();
    const { state } = explorer;
    await drag(explorer, find(explorer, '.chip', 'Tid'), centre(zone(explorer, 'rows')), false);
    expect(explorer.hasAttribute('data-dragging')).to.equal(true);
    expect(said(explorer)).to.match(/^Tid flyttes\./);
    pointer('pointercancel', window, { x: 0, y: 0 });
    await settled(explorer);
    expect(explorer.hasAttribute('data-dragging')).to.equal(false);
    expect(explorer.state).to.equal(state);
    await drag(explorer, find(explorer, '.chip', 'Tid'), centre(zone(explorer, 'rows')), false);
    explorer.remove();
    pointer('pointerup', window, { x: 10, y: 10 });
    expect(explorer.state).to.equal(state);
  });
});
