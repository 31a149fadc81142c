import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyState } from '../../fixtures/any-state.ts';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { only } from '../../fixtures/only.ts';
import { obey, type Command } from './command.ts';
import { plainField, type FilterField, type Kept } from './explorer-state.ts';
import { firstLayout } from './first-layout.ts';
import { stateOfExample } from './from-query.ts';
import { fromLink, toLink } from './link.ts';
import { placeOnAxis, setFilter, takeOffAxes } from './transitions.ts';

const usual = firstLayout(cube);
const latest: FilterField = { dimension: 'time', level: 'year', keep: { kind: 'latest', count: 2 } };

describe('the state as a link', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyState(cube), (state) => {
        assert.deepEqual(fromLink(toLink(state, usual), cube, usual), state);
      }),
    );
  });

  it('survives the percent-encoding a mail program adds', () => {
    fc.assert(
      fc.property(anyState(cube), (state) => {
        const link = toLink(state, usual).replace(/[:,;*/!@~]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
        assert.deepEqual(fromLink(`#${link}`, cube, usual), state);
      }),
    );
  });

  it('says nothing of what is usual', () => {
    assert.equal(toLink(usual, usual), '');
    assert.equal(toLink({ ...usual, view: 'chart' }, usual), 'view=chart');
  });

  it('is short and can be read', () => {
    const state = setFilter(placeOnAxis(usual, 'columns', plainField('sex', 'sex')), {
      dimension: 'age',
      level: 'broad',
      keep: { kind: 'members', members: ['80+'] },
    });
    assert.equal(toLink(state, usual), 'columns=time:year,sex:sex&filters=age:broad:80%2B');
  });

  it('says each part of a table in few characters', () => {
    const said = (...commands: Command[]): string =>
      toLink(
        commands.reduce((at, command) => obey(at, cube, command), usual),
        usual,
      );
    const top = { count: 10, by: 'persons', others: false };
    const filter = (keep: Kept): Command => ({
      kind: 'filter',
      field: { dimension: 'time', level: 'month', keep },
      instead: true,
    });
    assert.equal(
      said({ kind: 'parents', dimension: 'residence', parents: false }),
      'rows=residence:municipality',
    );
    assert.equal(said({ kind: 'level', dimension: 'residence', level: 'region' }), 'rows=residence:region*');
    assert.equal(
      said({ kind: 'open', dimension: 'time', member: '2024', open: true }),
      'columns=time:year/2024',
    );
    assert.equal(
      said(
        { kind: 'open', dimension: 'time', member: '2024', open: true },
        { kind: 'open', dimension: 'time', member: '2024-Q1', level: 'quarter', open: true },
      ),
      'columns=time:year~month/2024/2024-Q1',
    );
    assert.equal(said({ kind: 'top', dimension: 'residence', top }), 'rows=residence:municipality!10');
    assert.equal(
      said({ kind: 'top', dimension: 'residence', top: { ...top, others: true } }),
      'rows=residence:municipality!10!!others',
    );
    assert.equal(
      said(
        { kind: 'measure', measure: 'persons.growth' },
        { kind: 'top', dimension: 'residence', top: { ...top, by: 'persons.growth', others: true } },
      ),
      'rows=residence:municipality!10!persons.growth!others&measures=persons,persons.growth',
    );
    assert.equal(said(filter({ kind: 'latest', count: 8 })), 'columns=&filters=time:month:latest*8');
    assert.equal(
      said(filter({ kind: 'range', from: '2024-01', to: '2024-06' })),
      'columns=&filters=time:month:2024-01~2024-06',
    );
    assert.equal(
      said(filter({ kind: 'range', from: '2024-01', to: null })),
      'columns=&filters=time:month:2024-01~',
    );
    assert.equal(said({ kind: 'sort', sort: { by: 'name', direction: 'descending' } }), 'sort=-name');
    assert.equal(
      said({
        kind: 'sort',
        sort: { by: 'value', direction: 'descending', column: 'time:2025', measure: 'persons' },
      }),
      'sort=-persons@time:2025',
    );
    assert.equal(
      said({ kind: 'collapse', collapsed: ['residence:1081', 'residence:1085'] }),
      'folded=residence:1081,residence:1085',
    );
    assert.equal(
      said({
        kind: 'look',
        look: {
          labels: 'both',
          totals: 'after',
          sparklines: true,
          shading: { persons: 'heat' },
          decimals: { persons: 1 },
        },
      }),
      'look=both,after,spark,persons:heat,persons:1',
    );
    assert.equal(said({ kind: 'totals' }, { kind: 'chart', chart: 'line' }), 'totals=0&chart=line');
  });

  it('of an example stays below two hundred characters, of a table with something of everything little above', () => {
    for (const example of cube.examples) {
      const link = toLink(
        stateOfExample(example, cube, () => undefined, usual),
        usual,
      );
      assert.ok(link.length < 200, `${link.length}: ${link}`);
    }
    const state = (
      [
        { kind: 'place', axis: 'columns', dimension: 'sex' },
        { kind: 'show-as', measure: 'persons', derivation: 'growth' },
        { kind: 'measure', measure: 'persons' },
        { kind: 'filter', field: latest, instead: false },
        { kind: 'filter', field: only('age', 'broad', '65-79', '80+'), instead: false },
        { kind: 'top', dimension: 'residence', top: { count: 10, by: 'persons', others: true } },
        {
          kind: 'sort',
          sort: {
            by: 'value',
            direction: 'descending',
            column: 'time:2025/sex:K',
            measure: 'persons.growth',
          },
        },
        { kind: 'look', look: { shading: { 'persons.growth': 'heat' } } },
      ] satisfies Command[]
    ).reduce((at, command) => obey(at, cube, command), usual);
    const link = toLink(state, usual);
    assert.deepEqual(fromLink(link, cube, usual), state);
    assert.ok(link.length < 220, `${link.length}: ${link}`);
  });

  it('grows no longer than what it is asked to keep', () => {
    const collapsed = Array.from({ length: 101 }, (_, index) => `residence:m${index}`);
    const folded = obey(usual, cube, { kind: 'collapse', collapsed });
    assert.equal(folded.collapsed.length, 101);
    assert.equal(toLink(folded, usual), '');
    assert.ok(
      toLink(obey(usual, cube, { kind: 'collapse', collapsed: collapsed.slice(1) }), usual).length > 0,
    );
    const open = Array.from({ length: 1000 }, (_, index) => `/m${index}`).join('');
    assert.equal(fromLink(`rows=residence:region${open}`, cube, usual).rows[0]?.open.length, 100);
  });

  it('keeps an axis that was emptied empty', () => {
    const bare = takeOffAxes(usual, 'residence');
    assert.equal(toLink(bare, usual), 'rows=');
    assert.deepEqual(fromLink('rows=', cube, usual).rows, []);
  });

  it('ignores what the cube does not have, part by part', () => {
    const read = fromLink(
      'rows=nothing:here,age:broad,age:five-year&columns=time:century&measures=wealth&view=map&filters=sex:sex:K,<b>',
      cube,
      usual,
    );
    assert.deepEqual(read, {
      ...usual,
      rows: [plainField('age', 'broad')],
      columns: [],
      filters: [{ dimension: 'sex', level: 'sex', keep: { kind: 'members', members: ['K'] } }],
    });
  });

  it('never puts one dimension on both axes', () => {
    const read = fromLink('rows=time:month', cube, usual);
    assert.deepEqual(read.columns, []);
  });

  it('keeps what is whole of a part that is not', () => {
    const rows = (link: string) => fromLink(`rows=${link}`, cube, usual).rows;
    const town = plainField('residence', 'municipality');
    assert.deepEqual(rows('residence:municipality!0'), [town]);
    assert.deepEqual(rows('residence:municipality!101'), [town]);
    assert.deepEqual(rows('residence:municipality!ten!persons'), [town]);
    assert.deepEqual(rows('residence:municipality!10!wealth'), [town]);
    assert.deepEqual(rows('residence:municipality~century*'), [{ ...town, parents: true }]);
    assert.deepEqual(rows('residence:region/1081/<b>/1081'), [
      { ...plainField('residence', 'region'), open: ['1081'] },
    ]);
    const filters = (link: string) => fromLink(`filters=${link}`, cube, usual).filters;
    for (const wrong of [
      'sex:sex:latest*2',
      'time:year:latest*0',
      'time:year:latest*1001',
      'time:year:a~b~c',
      'time:year:~<b>',
    ]) {
      assert.deepEqual(filters(wrong), [], wrong);
    }
    assert.deepEqual(filters('time:year:latest*2'), [latest]);
    assert.equal(fromLink('sort=persons', cube, usual).sort, null);
    assert.equal(fromLink('sort=-wealth@time:2025', cube, usual).sort, null);
    assert.deepEqual(fromLink('look=wild,persons:rainbow,wealth:heat,persons:1', cube, usual).look, {
      ...usual.look,
      decimals: { persons: 1 },
    });
  });
});
