import { expect } from '@open-wc/testing';
import { deep, find, mountExplorer, said, settled } from '../../fixtures/mount.ts';
import { only } from '../../fixtures/only.ts';
import { plainField } from '../state/index.ts';
import type { ExplorerState, Zone } from '../state/index.ts';
import type { DatakubeExplorer } from './explorer.ts';
import '../define.ts';

/** A table with two fields in every zone. */
async function full(dir = 'ltr'): Promise<DatakubeExplorer> {
  const { state } = await mountExplorer();
  const explorer = await mountExplorer({ state: twoOfEach(state!) });
  explorer.parentElement!.dir = dir;
  return explorer;
}

const twoOfEach = (state: ExplorerState): ExplorerState => ({
  ...state,
  rows: [...state.rows, plainField('age', 'broad')],
  columns: [...state.columns, plainField('sex', 'sex')],
  filters: [only('age', 'broad', '80+'), only('sex', 'sex', 'K')],
  measures: ['persons', 'contacts'],
});

const ids = ({ state }: DatakubeExplorer, zone: Zone): readonly string[] =>
  zone === 'measures' ? state!.measures : state![zone].map(({ dimension }) => dimension);

/** Presses keys on the chip of a field in a zone. True where the page does not get them too. */
async function press(
  explorer: DatakubeExplorer,
  [zone, id]: readonly [Zone, string],
  key: string,
  altKey = true,
): Promise<boolean> {
  const chip = deep(explorer.renderRoot as ShadowRoot, '.chip').find(
    ({ dataset }) => dataset['zone'] === zone && dataset['drag'] === id,
  )!;
  chip.focus();
  const event = new KeyboardEvent('keydown', {
    key,
    altKey,
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  chip.dispatchEvent(event);
  await settled(explorer);
  return event.defaultPrevented;
}

const second = { rows: 'age', columns: 'sex', filters: 'sex', measures: 'contacts' } as const;
const names = { rows: 'rækker', columns: 'kolonner', filters: 'filtre', measures: 'mål' } as const;

describe('Alt and an arrow', () => {
  for (const zone of ['rows', 'columns', 'filters', 'measures'] as const) {
    it(`up and down move within ${zone}, stop at the ends, and say where the field is`, async () => {
      const explorer = await full();
      const before = [...ids(explorer, zone)];
      const id = second[zone];
      expect(await press(explorer, [zone, id], 'ArrowUp')).to.equal(true);
      expect(ids(explorer, zone)).to.deep.equal([...before].reverse());
      expect(said(explorer)).to.match(new RegExp(`står på ${names[zone]}, plads 1 af 2\\.$`));
      await press(explorer, [zone, id], 'ArrowUp');
      expect(ids(explorer, zone)).to.deep.equal([...before].reverse());
      await press(explorer, [zone, id], 'ArrowDown');
      expect(ids(explorer, zone)).to.deep.equal(before);
    });
  }

  it('right leads from rows to columns to the filters, left back again', async () => {
    const explorer = await full();
    await press(explorer, ['rows', 'age'], 'ArrowRight');
    expect([ids(explorer, 'rows'), ids(explorer, 'columns')]).to.deep.equal([
      ['residence'],
      ['time', 'sex', 'age'],
    ]);
    await press(explorer, ['columns', 'age'], 'ArrowLeft');
    expect(ids(explorer, 'rows')).to.deep.equal(['residence', 'age']);
    await press(explorer, ['columns', 'time'], 'ArrowRight');
    expect(find(explorer, '[role=dialog]', 'Filter: Tid').matches(':popover-open')).to.equal(true);
    find(explorer, '[role=dialog] button', 'Annullér').click();
    await settled(explorer);
    await press(explorer, ['filters', 'age'], 'ArrowLeft');
    expect(ids(explorer, 'columns')).to.deep.equal(['time', 'sex', 'age']);
    expect(ids(explorer, 'filters'), 'the choice of members stays').to.deep.equal(['age', 'sex']);
  });

  it('leads nowhere beyond the first and the last zone', async () => {
    const explorer = await full();
    const { state } = explorer;
    for (const [where, key] of [
      [['rows', 'age'], 'ArrowLeft'],
      [['filters', 'sex'], 'ArrowRight'],
      [['measures', 'contacts'], 'ArrowLeft'],
      [['measures', 'contacts'], 'ArrowRight'],
    ] as const) {
      expect(await press(explorer, where, key), 'Alt with left must not leave the page').to.equal(true);
      expect(explorer.state).to.equal(state);
    }
  });
});

describe('Delete and Backspace', () => {
  for (const key of ['Delete', 'Backspace']) {
    for (const zone of ['rows', 'columns', 'filters', 'measures'] as const) {
      it(`${key} removes from ${zone} alone`, async () => {
        const explorer = await full();
        const before = [...ids(explorer, zone)];
        expect(await press(explorer, [zone, second[zone]], key, false)).to.equal(true);
        expect(ids(explorer, zone)).to.deep.equal(before.slice(0, 1));
        expect(said(explorer)).to.contain(`er fjernet fra ${names[zone]}.`);
        for (const other of (['rows', 'columns', 'filters', 'measures'] as const).filter(
          (each) => each !== zone,
        )) {
          expect(ids(explorer, other)).to.have.length(2);
        }
      });
    }
  }
});

describe('a chip', () => {
  it('says its name, its choice, its place and its keys', async () => {
    const explorer = await full();
    const labels = deep(explorer.renderRoot as ShadowRoot, '.chip').map((chip) =>
      chip.getAttribute('aria-label'),
    );
    expect(labels).to.deep.equal([
      'Bopæl · region › kommune, plads 1 af 2 i rækker',
      'Alder · aldersgruppe, plads 2 af 2 i rækker',
      'Tid · år, plads 1 af 2 i kolonner',
      'Køn, plads 2 af 2 i kolonner',
      'Alder · 80+ år, plads 1 af 2 i filtre',
      'Køn · Kvinder, plads 2 af 2 i filtre',
      'Borgere, plads 1 af 2 i mål',
      'Kontakter, plads 2 af 2 i mål',
    ]);
  });
});
