import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Query } from '@datakube/contract';
import { Refusal } from '../problem/refusal.ts';
import { tinyRelease } from '../testing/tiny-release.ts';
import type { Plan } from './plan.ts';
import { planQuery } from './plan-query.ts';

const { cube, manifest } = await tinyRelease();
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
});
