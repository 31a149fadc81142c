import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Query } from '@datakube/contract';
import { Refusal } from '../problem/refusal.ts';
import { tinyCube } from '../testing/tiny-cube.ts';
import { withGroupings } from '../testing/tiny-groupings.ts';
import { tinyRelease } from '../testing/tiny-release.ts';
import type { Plan } from './plan.ts';
import { planQuery } from './plan-query.ts';

const { cube, manifest } = await tinyRelease(1500, tinyCube(withGroupings));
const plan = (query: Query, cells = 400_000): Plan => planQuery(query, cube, manifest, { cells });

function refusal(query: Query, cells?: number): Refusal {
  try {
    plan(query, cells);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw assert.fail('it was not refused');
}

const at = (dimension: string, level: string) => ({ dimension, level });

describe('planQuery', () => {
  const cuboid = (query: Query): number | undefined => {
    const { source } = plan(query);
    return source.kind === 'released' ? source.cuboid : undefined;
  };

  it('takes the smallest cuboid that is deep enough', () => {
    assert.equal(cuboid({ measures: ['persons'], rows: [at('disease', 'disease')] }), 3);
    assert.equal(cuboid({ measures: ['persons'], rows: [at('disease', 'disease'), at('sex', 'sex')] }), 2);
    assert.equal(cuboid({ measures: ['persons'], rows: [at('place', 'region')] }), 0);
    assert.equal(
      cuboid({ measures: ['persons'], rows: [at('place', 'region')], columns: [at('time', 'quarter')] }),
      1,
    );
  });

  it('lets a filter decide on the cuboid as an axis does', () => {
    assert.equal(
      cuboid({ measures: ['persons'], filters: [{ dimension: 'time', members: ['2024-03'] }] }),
      1,
    );
  });

  it('stands at the latest year when nothing is said, and says so', () => {
    const { filters, notes } = plan({ measures: ['persons'] });
    const time = filters.find(({ dimension }) => dimension.definition.id === 'time')!;
    assert.equal(time.dimension.members[time.nodes[0]!]!.code, '2024');
    assert.deepEqual(
      notes.map(({ code }) => code),
      ['default-member'],
    );
    assert.match(notes[0]!.text.en, /2024/);
    assert.deepEqual(plan({ measures: ['visits'], rows: [at('time', 'year')] }).notes, []);
  });

  it('points at every name that does not fit the cube', () => {
    const { code, details } = refusal({
      measures: ['persons', 'height', 'persons'],
      rows: [at('place', 'county'), at('shoe', 'size'), at('sex', 'sex')],
      columns: [at('sex', 'sex')],
      filters: [
        { dimension: 'place', members: ['Aa', 'Zz'] },
        { dimension: 'time', members: ['2024'] },
        { dimension: 'time', members: ['2023'] },
      ],
    });
    assert.equal(code, 'ERR_QUERY_INVALID');
    assert.deepEqual(details.errors!.map(({ pointer }) => pointer).sort(), [
      '/columns/0/dimension',
      '/filters/0/members/1',
      '/filters/2/dimension',
      '/measures/1',
      '/measures/2',
      '/rows/0/level',
      '/rows/1/dimension',
    ]);
  });

  it('refuses to keep a part of a member that is shown', () => {
    const { code, details } = refusal({
      measures: ['persons'],
      rows: [at('place', 'region')],
      filters: [{ dimension: 'place', members: ['Aa'] }],
    });
    assert.equal(code, 'ERR_QUERY_INVALID');
    assert.equal(details.errors![0]!.pointer, '/filters/0/members/0');
  });

  it('refuses what is not released with the nearest that is', () => {
    const { code, details } = refusal({
      measures: ['persons'],
      rows: [at('place', 'town')],
      columns: [at('time', 'month')],
    });
    assert.equal(code, 'ERR_NOT_RELEASABLE');
    const ways = details.waysOut!;
    assert.deepEqual(ways[0]!.query.columns, [at('time', 'month')]);
    assert.deepEqual(ways[0]!.query.rows, [at('place', 'region')]);
    assert.deepEqual(ways[0]!.label, { da: 'Place efter region', en: 'Place by region' });
    assert.ok(ways.length >= 2);
    for (const { query } of ways) plan(query);
  });

  it('words every refusal for disclosure alike', () => {
    const sparse = refusal({ measures: ['persons'], rows: [at('place', 'town'), at('sector', 'sector')] });
    const undeclared = refusal({ measures: ['persons'], rows: [at('age', 'broad'), at('form', 'form')] });
    assert.deepEqual(sparse.details.detail, undeclared.details.detail);
  });

  it('says how large a table would be, how large it may be, and two ways out', () => {
    const query: Query = {
      measures: ['persons', 'visits'],
      rows: [at('place', 'town'), at('age', 'narrow')],
      columns: [at('time', 'year')],
    };
    assert.deepEqual(plan(query, 80).size, { rows: 20, columns: 2 });
    const { code, details } = refusal(query, 79);
    assert.equal(code, 'ERR_QUERY_TOO_LARGE');
    assert.equal(details.detail!.en, 'The table would have 80 cells. The limit is 79.');
    assert.equal(details.waysOut!.length, 2);
    for (const way of details.waysOut!) {
      const { size } = plan(way.query, 79);
      assert.ok(size.rows * size.columns * 2 < 80);
    }
  });

  it('refuses a sum that means nothing, and offers the parts side by side', () => {
    const filters = [{ dimension: 'sector', members: ['gp', 'ward'] }];
    const { code, details } = refusal({ measures: ['persons', 'share'], filters });
    assert.equal(code, 'ERR_QUERY_NOT_ADDITIVE');
    assert.deepEqual(details.waysOut![0]!.query.rows, [at('sector', 'sector')]);
    for (const { query } of details.waysOut!) plan(query);
  });

  it('answers when one of several measures adds up, with a note on those that do not', () => {
    const { notes } = plan({
      measures: ['persons', 'visits'],
      filters: [
        { dimension: 'sector', members: ['gp', 'ward'] },
        { dimension: 'time', members: ['2024'] },
      ],
    });
    assert.deepEqual(
      notes.map(({ code }) => code),
      ['not-additive'],
    );
    assert.match(notes[0]!.text.en, /^persons cannot be added up over sector/);
  });

  it('takes all members of a level for their parent, so that nothing needs adding', () => {
    const quarters = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'];
    const { filters } = plan({ measures: ['persons'], filters: [{ dimension: 'time', members: quarters }] });
    const time = filters.find(({ dimension }) => dimension.definition.id === 'time')!;
    assert.deepEqual(
      time.nodes.map((node) => time.dimension.members[node]!.code),
      ['2024'],
    );
  });

  const pointers = (query: Query): string[] => {
    const { code, details } = refusal(query);
    assert.equal(code, 'ERR_QUERY_INVALID');
    return details.errors!.map(({ pointer }) => pointer);
  };
  const top = (more: object = {}) => ({ count: 2, by: 'persons', ...more });

  it('refuses to open what is not there or has nothing below it', () => {
    const open = (dimension: string, level: string, ...codes: string[]): string[] =>
      pointers({ measures: ['persons'], rows: [{ ...at(dimension, level), open: codes }] });
    assert.deepEqual(open('place', 'region', 'north', 'Xx', 'Aa'), ['/rows/0/open/1', '/rows/0/open/2']);
    assert.deepEqual(open('sex', 'sex', 'M'), ['/rows/0/open/0']);
  });

  it('goes as deep as what is open', () => {
    const place = { ...at('time', 'year'), open: ['2024'] };
    assert.equal(cuboid({ measures: ['visits'], rows: [at('sex', 'sex')], columns: [place] }), 2);
    const { code, details } = refusal({
      measures: ['visits'],
      rows: [at('place', 'town')],
      columns: [place],
    });
    assert.equal(code, 'ERR_NOT_RELEASABLE');
    const shut = details.waysOut!.find(({ label }) => label.en === 'Time with nothing opened')!;
    assert.deepEqual(shut.query.columns, [at('time', 'year')]);
  });

  it('refuses a choice of the greatest that has no meaning', () => {
    const rows = (more: object): Query => ({
      measures: ['persons'],
      rows: [{ ...at('place', 'town'), ...more }],
    });
    assert.deepEqual(pointers(rows({ top: top({ by: 'visits' }) })), ['/rows/0/top/by']);
    assert.deepEqual(pointers(rows({ top: top(), parents: true })), ['/rows/0/top']);
    assert.deepEqual(pointers(rows({ level: 'region', top: top(), open: ['north'] })), ['/rows/0/top']);
    const filters = [{ dimension: 'sector', members: ['gp', 'ward'] }];
    const mixed = { measures: ['persons', 'visits'], rows: rows({ top: top() }).rows!, filters };
    assert.equal(refusal(mixed).code, 'ERR_QUERY_NOT_ADDITIVE', 'nobody can be ranked by persons here');
    plan({ ...mixed, rows: [{ ...at('place', 'region'), top: top({ by: 'visits' }) }] });
  });

  it('counts the cells of the greatest alone, and all that is read to find them', () => {
    const of = (more: object): Query => ({
      measures: ['persons'],
      rows: [{ ...at('place', 'town'), top: top(more) }],
      columns: [at('time', 'year')],
      totals: true,
    });
    assert.deepEqual(plan(of({}), 6).size, { rows: 3, columns: 2 });
    assert.deepEqual(plan(of({ others: true }), 8).size, { rows: 4, columns: 2 });
    assert.deepEqual(plan(of({ count: 5, others: true })).size, { rows: 6, columns: 2 });
    assert.equal(refusal(of({}), 5).code, 'ERR_QUERY_TOO_LARGE');
    const wide: Query = {
      measures: ['visits'],
      rows: [{ ...at('time', 'month'), top: { count: 1, by: 'visits' } }],
    };
    assert.equal(plan(wide, 3).size.rows, 1);
    assert.equal(
      refusal(wide, 2).code,
      'ERR_QUERY_TOO_LARGE',
      '24 months are read, more than ten for each cell',
    );
  });

  it('refuses groupings with parents, and filters that keep a part of a group or nothing of any', () => {
    const kept = (...members: string[]): Query => ({
      measures: ['persons'],
      rows: [at('place', 'shore')],
      filters: [{ dimension: 'place', members }],
    });
    assert.deepEqual(
      pointers({ measures: ['persons'], rows: [{ ...at('place', 'shore'), parents: true }] }),
      ['/rows/0/parents'],
    );
    assert.deepEqual(pointers(kept('north')), ['/filters/0']);
    assert.deepEqual(
      pointers({ ...kept('Ek'), rows: [at('place', 'island')] }),
      ['/filters/0'],
      'Ek is in no group',
    );
    assert.equal(plan(kept('coast')).size.rows, 1);
    assert.equal(plan(kept('north', 'Ca', 'Do', 'Ek')).size.rows, 2);
  });

  it('offers coarser levels, and groups side by side, where groups cannot be shown', () => {
    const { details } = refusal({
      measures: ['visits'],
      rows: [at('place', 'shore')],
      columns: [at('time', 'month')],
    });
    assert.deepEqual(details.waysOut![0]!.query.rows, [at('place', 'region')]);
    const together = (...members: string[]): unknown => {
      const filters = [{ dimension: 'sector', members }];
      const { code, details } = refusal({ measures: ['persons'], filters });
      assert.equal(code, 'ERR_QUERY_NOT_ADDITIVE');
      return details.waysOut![0]!.query.rows;
    };
    assert.deepEqual(together('mixed'), [at('sector', 'sector')]);
    assert.deepEqual(together('mixed', 'gp'), [at('sector', 'sector')]);
  });

  it('lifts the latest and ranges to the coarser level it offers', () => {
    const lifted = (kept: object): unknown => {
      const { details } = refusal({
        measures: ['visits'],
        rows: [at('place', 'town')],
        columns: [at('time', 'month')],
        filters: [{ dimension: 'time', level: 'month', ...kept } as never],
      });
      return details.waysOut!.find(({ query }) => query.columns?.[0]?.level === 'year')?.query.filters;
    };
    assert.deepEqual(lifted({ latest: 13 }), [{ dimension: 'time', level: 'year', latest: 2 }]);
    assert.deepEqual(lifted({ from: '2023-05', to: '2024-02' }), [
      { dimension: 'time', level: 'year', from: '2023', to: '2024' },
    ]);
    assert.deepEqual(lifted({ from: '2024-02' }), [{ dimension: 'time', level: 'year', from: '2024' }]);
  });
});
