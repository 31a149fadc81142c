import type { Query } from '@datakube/contract';
import { expect } from '@open-wc/testing';
import { exampleAnswer, exampleClient } from '../../fixtures/example-client.ts';
import { deep, find, mountExplorer, said, settled } from '../../fixtures/mount.ts';
import { ExpandChangeEvent } from '../events/expand-change-event.ts';
import { SortChangeEvent } from '../events/sort-change-event.ts';
import { TableRequestEvent, type TableRequest } from '../events/table-request-event.ts';
import type { DatakubePivotTable } from '../pivot-table/pivot-table.ts';
import { plainField } from '../state/index.ts';
import type { DatakubeExplorer } from './explorer.ts';
import '../define.ts';

const table = (explorer: DatakubeExplorer): DatakubePivotTable =>
  explorer.renderRoot.querySelector('datakube-pivot-table')!;

async function listening(): Promise<{ explorer: DatakubeExplorer; asked: Query[] }> {
  const asked: Query[] = [];
  const client = exampleClient({
    query: async (_cube, query) => {
      asked.push(query);
      return exampleAnswer(query, 'da');
    },
  });
  return { explorer: await mountExplorer({ client }), asked };
}

async function request(explorer: DatakubeExplorer, wanted: TableRequest): Promise<void> {
  table(explorer).dispatchEvent(new TableRequestEvent(wanted));
  for (let round = 0; round < 2; round++) await settled(explorer);
}

describe('what the reader does in the table', () => {
  it('is a step of the explorer: kept in state and link, undone like any other', async () => {
    const { explorer, asked } = await listening();
    const first = explorer.state;
    const heard: string[] = [];
    explorer.addEventListener('datakube-state-change', ({ act, link }) => heard.push(`${act} ${link}`));
    const sort = { by: 'name', direction: 'descending' } as const;
    table(explorer).dispatchEvent(new SortChangeEvent(sort));
    await settled(explorer);
    expect(explorer.state!.sort).to.deep.equal(sort);
    expect(table(explorer).sort).to.deep.equal(sort);
    const collapsed = ['residence:1081'];
    table(explorer).dispatchEvent(new ExpandChangeEvent('residence:1081', false, collapsed));
    await settled(explorer);
    expect(explorer.state!.collapsed).to.deep.equal(collapsed);
    expect(heard.map((line) => line.split(' ')[0])).to.deep.equal(['sort', 'collapse']);
    expect(heard[1], 'both are in the link').to.match(/sort=.*(&|$)/);
    expect(asked, 'neither asks anything').to.have.length(1);
    const undo = (): HTMLElement => find(explorer, 'button', 'Fortryd');
    expect(undo().title).to.equal('Fortryd: fold ud og ind');
    undo().click();
    undo().click();
    await settled(explorer);
    expect(explorer.state).to.deep.equal(first);
    expect(table(explorer).sort).to.equal(null);
    expect(table(explorer).collapsed).to.deep.equal([]);
  });

  it('asks for nothing that is here: turned, without totals, at a coarser level, with less', async () => {
    const { explorer, asked } = await listening();
    const first = explorer.state!;
    const shown: [number, number][] = [];
    const states = [
      { ...first, rows: first.columns, columns: first.rows },
      { ...first, totals: false },
      { ...first, rows: [plainField('residence', 'region')] },
      { ...first, rows: [...first.rows, ...first.columns], columns: [] },
      first,
    ];
    for (const state of states) {
      explorer.state = state;
      await settled(explorer);
      const { rows, columns } = table(explorer).cellSet!;
      shown.push([rows.length, columns.length]);
    }
    expect(asked).to.have.length(1);
    const [turned, bare, coarse, moved, again] = shown;
    expect(turned).to.deep.equal([...again!].reverse());
    expect(bare![0]).to.equal(again![0] - 1);
    expect(coarse![0]).to.be.below(again![0]);
    expect(moved).to.deep.equal([again![0] * again![1], 1]);
  });

  it('keeps members, leaves members out, and drills down and up', async () => {
    const { explorer } = await listening();
    await request(explorer, {
      kind: 'keep',
      dimension: 'residence',
      level: 'region',
      members: ['1081', '1082'],
    });
    expect(explorer.state!.filters).to.deep.equal([
      { dimension: 'residence', level: 'region', keep: { kind: 'members', members: ['1081', '1082'] } },
    ]);
    await request(explorer, {
      kind: 'leave-out',
      dimension: 'residence',
      level: 'region',
      members: ['1081'],
    });
    expect(explorer.state!.filters[0]!.keep).to.deep.equal({ kind: 'members', members: ['1082'] });
    await request(explorer, { kind: 'drill', dimension: 'time', level: 'year', member: '2025', by: null });
    expect(explorer.state!.columns[0]!.level).to.equal('quarter');
    expect(said(explorer)).to.equal('Kun 2025, efter kvartal.');
    await request(explorer, { kind: 'drill-up', dimension: 'time' });
    expect(explorer.state!.columns[0]!.level).to.equal('year');
  });

  it('leaves out members of a whole level by naming the rest', async () => {
    const { explorer } = await listening();
    await request(explorer, {
      kind: 'leave-out',
      dimension: 'residence',
      level: 'region',
      members: ['1081'],
    });
    const { keep } = explorer.state!.filters[0]!;
    expect(keep.kind === 'members' && [...keep.members].sort()).to.deep.equal([
      '1082',
      '1083',
      '1084',
      '1085',
    ]);
  });

  it('shows the greatest, another number, shades and decimals, and takes a measure away', async () => {
    const { explorer } = await listening();
    const top = { count: 5, by: 'persons', others: false };
    await request(explorer, { kind: 'top', dimension: 'residence', top });
    expect(explorer.state!.rows[0]!.top).to.deep.equal(top);
    await request(explorer, { kind: 'show-as', measure: 'persons', derivation: 'row-share' });
    expect(explorer.state!.measures).to.deep.equal(['persons.row-share']);
    await request(explorer, { kind: 'shading', measure: 'persons', shading: 'heat' });
    expect(explorer.state!.look.shading).to.deep.equal({ 'persons.row-share': 'heat' });
    await request(explorer, { kind: 'decimals', measure: 'persons.row-share', decimals: 2 });
    expect(explorer.state!.look.decimals).to.deep.equal({ 'persons.row-share': 2 });
    expect(table(explorer).decimals).to.deep.equal({ 'persons.row-share': 2 });
    explorer.state = { ...explorer.state!, measures: ['persons.row-share', 'contacts'] };
    await settled(explorer);
    await request(explorer, { kind: 'hide-measure', measure: 'contacts' });
    expect(explorer.state!.measures).to.deep.equal(['persons.row-share']);
  });

  it('is heard by the explorer alone, and asks for one new thing at a time', async () => {
    const { explorer } = await listening();
    let heard = 0;
    explorer.addEventListener('datakube-table-request', () => (heard += 1));
    await request(explorer, { kind: 'open', dimension: 'time', level: 'year', member: '2025', open: true });
    expect(heard).to.equal(0);
    expect(explorer.state!.columns[0]!.open).to.deep.equal(['2025']);
    await request(explorer, { kind: 'about', field: 'residence' });
    expect(
      deep(explorer.renderRoot as ShadowRoot, '[aria-expanded=true][data-key="about residence"]'),
    ).to.have.length(1);
  });

  it('knows what the table is told: marks of one’s own, where members lead, what can be shown of a measure', async () => {
    const plain = await exampleClient().capabilities();
    const own = [{ dimension: 'residence', member: '0851' }];
    const client = exampleClient({ capabilities: async () => ({ ...plain, user: { ...plain.user, own } }) });
    const explorer = await mountExplorer({ client });
    const { offers, openable } = table(explorer);
    expect(table(explorer).own).to.deep.equal(own);
    expect(offers.drill!['time']!.down).to.deep.equal({ year: 'quarter', quarter: 'month' });
    expect(offers.drill!['residence']!.across).to.include('age').and.to.not.include('sector');
    expect(offers.derivations!['persons']).to.include('row-share');
    expect(offers.hideMeasure).to.equal(false);
    expect([openable!('time', 'year'), openable!('time', 'month'), openable!('age', 'broad')]).to.deep.equal([
      true,
      false,
      false,
    ]);
    const told = table(explorer).offers;
    explorer.requestUpdate();
    await settled(explorer);
    expect(table(explorer).offers, 'the same again, so that nothing is drawn anew').to.equal(told);
  });
});

describe('undo by keys', () => {
  it('is Ctrl+Z and Ctrl+Y, except in a text', async () => {
    const { explorer } = await listening();
    const first = explorer.state;
    find(explorer, 'button', 'Byt om').click();
    await settled(explorer);
    const swapped = explorer.state;
    const press = async (target: HTMLElement, key: string): Promise<void> => {
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
      );
      await settled(explorer);
    };
    await press(find(explorer, 'input[type=search]'), 'z');
    expect(explorer.state, 'a text has its own').to.equal(swapped);
    await press(find(explorer, '.chip'), 'z');
    expect(explorer.state).to.deep.equal(first);
    await press(find(explorer, '.chip'), 'y');
    expect(explorer.state).to.deep.equal(swapped);
  });
});
