import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ErrorCode, Query } from '@datakube/contract';
import { findCuboid } from '../outside/find-cuboid.ts';
import type { Plan } from '../plan/plan.ts';
import { planQuery } from '../plan/plan-query.ts';
import { slice } from '../plan/slice.ts';
import { Refusal } from '../problem/refusal.ts';
import { tinyRelease } from '../testing/tiny-release.ts';

// So many that hardly anything is hidden.
const { cube, manifest, releases } = await tinyRelease(12_000);
const planOf = (query: Query, cells = 400_000): Plan => planQuery(query, cube, manifest, { cells });
const at = (dimension: string, level: string, parents = false) => ({ dimension, level, parents });

async function cellsOf(query: Query): Promise<(number | string)[]> {
  const plan = planOf(query);
  const { table } = slice(plan, (await findCuboid(plan, manifest, { releases, outside: undefined }))!.table);
  return Array.from({ length: table.cells }, (_, cell) => table.value(0, cell) ?? table.status(0, cell));
}

function refusalOf(query: Query, cells?: number): { code: ErrorCode; errors: unknown } {
  try {
    planOf(query, cells);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, errors: error.details.errors };
    throw error;
  }
  throw new Error('It was not refused');
}

const codesOf = ({ notes }: Plan): [string, unknown][] => notes.map(({ code, about }) => [code, about]);

describe('derived measures of a query', () => {
  it('are refused where the cube does not have them, with their place', () => {
    const { code, errors } = refusalOf({
      measures: ['persons', 'moons.growth', 'share.row-share', 'persons.growth', 'persons.growth'],
    });
    assert.equal(code, 'ERR_QUERY_INVALID');
    assert.deepEqual(errors, [
      { pointer: '/measures/1', message: 'The cube has no such measure' },
      { pointer: '/measures/2', message: 'Rates are not parts of a whole, and have no shares' },
      { pointer: '/measures/4', message: 'This measure is asked for twice' },
    ]);
  });

  it('need periods to compare', () => {
    const index = refusalOf({ measures: ['persons', 'persons.index'], rows: [at('sex', 'sex')] });
    assert.deepEqual(index.errors, [
      { pointer: '/measures/1', message: 'An index needs time in rows or columns' },
    ]);
    const filters = [{ dimension: 'time', members: ['2024-Q1', '2024-Q2'] }];
    for (const derivation of ['change', 'growth']) {
      const { errors } = refusalOf({ measures: [`visits.${derivation}`], filters });
      assert.deepEqual(errors, [
        { pointer: '/measures/0', message: 'Several periods taken together have no period before them' },
      ]);
    }
  });

  it('compare with a period that is not shown, of a filter or by default, and not with one that is not there', async () => {
    const [before, after] = (await cellsOf({ measures: ['visits'], rows: [at('time', 'year')] })) as number[];
    const change = (members?: string[]) =>
      cellsOf({ measures: ['visits.change'], filters: members ? [{ dimension: 'time', members }] : [] });
    assert.deepEqual(await change(), [after! - before!]);
    assert.deepEqual(await change(['2024']), [after! - before!]);
    assert.deepEqual(await change(['2023']), ['not-applicable']);
    // All quarters of a year are that year.
    const quarters = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'];
    assert.deepEqual(await change(quarters), [after! - before!]);
  });

  it('keep levels of time apart: a quarter follows a quarter, and each level has its own index', async () => {
    const rows = [at('time', 'quarter', true)];
    const visits = (await cellsOf({ measures: ['visits'], rows })) as number[];
    const [y1, , , , , y2] = visits;
    const growth = await cellsOf({ measures: ['visits.growth'], rows });
    assert.deepEqual([growth[0], growth[1]], ['not-applicable', 'not-applicable']);
    assert.equal(growth[5], (100 * (y2! - y1!)) / y1!);
    assert.equal(growth[6], (100 * (visits[6]! - visits[4]!)) / visits[4]!);
    const index = await cellsOf({ measures: ['visits.index'], rows });
    assert.deepEqual([index[0], index[1]], [100, 100]);
    assert.equal(index[5], (100 * y2!) / y1!);
    assert.equal(index[9], (100 * visits[9]!) / visits[1]!);
  });

  it('begin an index at the first period that is shown', async () => {
    const filters = [{ dimension: 'time', level: 'quarter', latest: 3 }];
    const [, , third] = (await cellsOf({
      measures: ['visits.index'],
      rows: [at('time', 'quarter')],
      filters,
    })) as number[];
    const visits = (await cellsOf({
      measures: ['visits'],
      rows: [at('time', 'quarter')],
      filters,
    })) as number[];
    assert.equal(third, (100 * visits[2]!) / visits[0]!);
  });

  it('give shares of a total that is not shown, of what a filter keeps', async () => {
    const query = {
      rows: [at('place', 'town')],
      filters: [{ dimension: 'place', members: ['Do', 'Ek'] }],
    };
    const visits = (await cellsOf({ ...query, measures: ['visits'] })) as number[];
    const shares = await cellsOf({ ...query, measures: ['visits.column-share'] });
    const sum = visits[0]! + visits[1]!;
    assert.deepEqual(shares, [(100 * visits[0]!) / sum, (100 * visits[1]!) / sum]);
    assert.deepEqual(await cellsOf({ ...query, measures: ['visits.row-share'] }), [100, 100]);
  });

  it('have no shares of several sectors together, over which persons do not add up', async () => {
    const shares = await cellsOf({
      measures: ['persons.column-share'],
      rows: [at('sector', 'sector')],
      filters: [{ dimension: 'sector', members: ['gp', 'ward'] }],
    });
    assert.deepEqual(shares, ['not-applicable', 'not-applicable']);
  });

  it('count what they are compared with in the size of a query', () => {
    const query = { rows: [at('place', 'town'), at('age', 'narrow')], columns: [at('sex', 'sex')] };
    // 40 cells, and reads at most ten times that: 40 of its own and 40 of the totals.
    assert.equal(planOf({ ...query, measures: ['visits.growth'] }, 40).size.rows, 20);
    const wide: Query = {
      measures: ['visits'],
      filters: [
        { dimension: 'place', members: ['Aa', 'Ca', 'Do'] },
        { dimension: 'age', members: ['0', '60'] },
      ],
    };
    assert.equal(planOf(wide, 1).size.rows, 1);
    assert.equal(refusalOf({ ...wide, measures: ['visits.growth'] }, 1).code, 'ERR_QUERY_TOO_LARGE');
  });

  it('come with a note where parts overlap: shares give more than 100 % together', () => {
    const query = { rows: [at('sector', 'sector')], columns: [at('place', 'region')] };
    assert.deepEqual(codesOf(planOf({ ...query, measures: ['persons'] })).slice(1), [
      ['parts-overlap', { measure: 'persons', dimension: 'sector' }],
    ]);
    assert.deepEqual(codesOf(planOf({ ...query, measures: ['persons.column-share'] })).slice(1), [
      ['shares-overlap', { measure: 'persons.column-share', dimension: 'sector' }],
    ]);
    assert.deepEqual(codesOf(planOf({ ...query, measures: ['persons.row-share'] })).slice(1), []);
    assert.deepEqual(codesOf(planOf({ ...query, measures: ['visits', 'visits.total-share'] })).slice(1), []);
  });
});
