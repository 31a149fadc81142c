import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { deep, find, focused, mountExplorer, said, settled, title } from '../../fixtures/mount.ts';
import { only } from '../../fixtures/only.ts';
import { plainField } from '../state/index.ts';
import type { DatakubeExplorer } from './explorer.ts';
import '../define.ts';

async function press(explorer: DatakubeExplorer, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    const alt = key.startsWith('Alt+');
    if (alt) await sendKeys({ down: 'Alt' });
    await sendKeys({ press: key.replace('Alt+', '') });
    if (alt) await sendKeys({ up: 'Alt' });
    await settled(explorer);
  }
}

const ids = (explorer: DatakubeExplorer, zone: 'rows' | 'columns' | 'filters'): string[] =>
  explorer.state![zone].map(({ dimension }) => dimension);

const nameOfFocus = (): string =>
  (focused()?.getAttribute('aria-label') ?? focused()?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('the explorer without a pointer', () => {
  it('adds a dimension, moves it, filters it and undoes it all', async () => {
    const explorer = await mountExplorer();
    const first = structuredClone(explorer.state);

    find(explorer, '.add', 'Tilføj til kolonner').focus();
    await press(explorer, 'Enter');
    expect(focused()?.getAttribute('role')).to.equal('menuitem');
    await press(explorer, 'k', 'Enter');
    expect(ids(explorer, 'columns')).to.deep.equal(['time', 'sex']);
    expect(said(explorer)).to.equal('Køn står på kolonner, plads 2 af 2.');
    expect(nameOfFocus()).to.match(/^Køn, plads 2 af 2/);

    await press(explorer, 'Alt+ArrowUp');
    expect(ids(explorer, 'columns')).to.deep.equal(['sex', 'time']);
    expect(nameOfFocus()).to.match(/^Køn, plads 1 af 2/);

    await press(explorer, 'Alt+ArrowLeft');
    expect(ids(explorer, 'rows')).to.deep.equal(['residence', 'sex']);
    expect(said(explorer)).to.equal('Køn står på rækker, plads 2 af 2.');
    expect(nameOfFocus()).to.match(/^Køn, plads 2 af 2 i rækker/);

    await press(explorer, 'Enter', 'Enter');
    expect(nameOfFocus()).to.equal('Søg i køn');
    await press(explorer, 'Tab', 'Tab', 'Tab', 'Tab');
    expect(focused()?.getAttribute('type')).to.equal('checkbox');
    await press(explorer, 'Space', 'Enter');
    expect(explorer.state?.filters).to.deep.equal([only('sex', 'sex', 'K')]);
    expect(title(explorer)).to.equal('Borgere efter kommune, køn og år: Kvinder');
    expect(said(explorer)).to.equal('Køn viser kun Kvinder.');

    find(explorer, 'button', 'Fortryd').focus();
    await press(explorer, 'Enter', 'Enter', 'Enter', 'Enter');
    expect(explorer.state).to.deep.equal(first);
    expect(said(explorer)).to.match(/^Fortrudt\. Borgere efter kommune og år\./);
    await press(explorer, 'ArrowRight', 'Enter');
    expect(ids(explorer, 'columns')).to.deep.equal(['time', 'sex']);
  });

  it('moves a dimension to the filters and keeps it when the choice is cancelled', async () => {
    const explorer = await mountExplorer();
    find(explorer, '.chip', 'Tid').focus();
    await press(explorer, 'Alt+ArrowRight');
    expect(nameOfFocus()).to.equal('Søg i tid');
    await press(explorer, 'Escape');
    expect(ids(explorer, 'columns')).to.deep.equal(['time']);
    expect(nameOfFocus()).to.match(/^Tid/);
    await press(explorer, 'Alt+ArrowRight', 'Tab', 'Tab');
    while (focused()?.getAttribute('type') !== 'radio') await press(explorer, 'Tab');
    await press(explorer, 'Space', 'Enter');
    expect(ids(explorer, 'columns')).to.deep.equal([]);
    expect(explorer.state?.filters).to.deep.equal([only('time', 'year', '2023')]);
    expect(nameOfFocus()).to.match(/^Tid · 2023, plads 1 af 1 i filtre/);
  });

  it('removes with Delete and lets focus stay in the zone', async () => {
    const explorer = await mountExplorer();
    find(explorer, '.chip', 'Bopæl').focus();
    await press(explorer, 'Delete');
    expect(ids(explorer, 'rows')).to.deep.equal([]);
    expect(nameOfFocus()).to.equal('Tilføj til rækker');
  });

  it('changes the level from the menu', async () => {
    const explorer = await mountExplorer();
    find(explorer, '.chip', 'Tid').focus();
    await press(explorer, 'Enter', 'ArrowDown', 'Enter');
    expect(explorer.state?.columns).to.deep.equal([plainField('time', 'quarter')]);
    expect(said(explorer)).to.equal('Tid vises på kvartal.');
  });

  it('goes from the search to the fields with arrow down', async () => {
    const explorer = await mountExplorer();
    find(explorer, 'input[type=search]', 'Søg i felter').focus();
    await press(explorer, 'ArrowDown');
    expect(nameOfFocus()).to.equal('Borger 4');
    await press(explorer, 'ArrowDown');
    expect(nameOfFocus()).to.match(/^Bopæl/);
    await press(explorer, 'End');
    expect(nameOfFocus()).to.equal('Om Andel af befolkningen');
  });

  it('has at most eight stops on the way through', async () => {
    const explorer = await mountExplorer();
    const before = document.createElement('button');
    explorer.parentElement!.prepend(before);
    before.focus();
    const stops: string[] = [];
    for (let i = 0; i < 20; i++) {
      await sendKeys({ press: 'Tab' });
      const at = focused();
      if (
        !at ||
        at === document.body ||
        !deep(explorer.renderRoot as ShadowRoot, '*').includes(at as HTMLElement)
      )
        break;
      stops.push(nameOfFocus() || at.className);
    }
    before.remove();
    expect(stops.length, stops.join(' | ')).to.be.at.most(8);
    expect(stops.length).to.be.at.least(7);
  });
});
