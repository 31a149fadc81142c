import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberEntry } from '@datakube/contract';
import fc from 'fast-check';
import { anyState } from '../../fixtures/any-state.ts';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { exampleMembers } from '../../fixtures/example-members.ts';
import { only } from '../../fixtures/only.ts';
import { obey } from './command.ts';
import { estimate } from './estimate.ts';
import { plainField, type AxisField, type ExplorerState, type FilterField } from './explorer-state.ts';
import { firstLayout } from './first-layout.ts';
import { fitOf, smallerTables } from './smaller.ts';

const usual = firstLayout(cube);
const membersOf = (dimension: string): readonly MemberEntry[] => exampleMembers[dimension] ?? [];
const rowsOf = (
  field: Partial<AxisField>,
  filter?: FilterField,
  totals = false,
): [number, number | string] => {
  const rows = [{ ...plainField('residence', 'municipality'), ...field }];
  const state: ExplorerState = { ...usual, rows, columns: [], filters: filter ? [filter] : [], totals };
  const bound = estimate(state, cube);
  return [estimate(state, cube, membersOf).rows, bound.exact ? bound.rows : `≤ ${bound.rows}`];
};

describe('the rows of a table, where members are known and where they are not', () => {
  it('are those of the level, the levels above it and the total', () => {
    assert.deepEqual(rowsOf({}), [98, 98]);
    assert.deepEqual(rowsOf({ parents: true }, undefined, true), [104, 104]);
    assert.deepEqual(rowsOf({ level: 'region' }), [5, 5]);
  });

  it('are those a filter keeps, at its level or below', () => {
    assert.deepEqual(rowsOf({}, only('residence', 'region', '1081', '1085')), [28, '≤ 98']);
    assert.deepEqual(rowsOf({}, only('residence', 'municipality', '0851', '1085')), [18, '≤ 98']);
    assert.deepEqual(rowsOf({ level: 'region' }, only('residence', 'region', '1081')), [1, 1]);
    // Northern Jutland is whole and has its subtotal, Zealand is not.
    assert.deepEqual(rowsOf({ parents: true }, only('residence', 'municipality', '1081', '0253')), [
      13,
      '≤ 103',
    ]);
  });

  it('are the groups of which nothing is filtered away', () => {
    const phases = { dimension: 'age', level: 'life-phase' };
    assert.deepEqual(rowsOf(phases), [3, 3]);
    assert.deepEqual(rowsOf(phases, only('age', 'life-phase', 'boern', 'aeldre')), [2, '≤ 3']);
    assert.deepEqual(rowsOf(phases, only('age', 'broad', '0-19', '20-39', '65-79', '80+')), [2, '≤ 3']);
    const ages = { dimension: 'age', level: 'broad' };
    assert.deepEqual(rowsOf(ages, only('age', 'life-phase', 'arbejdsalder')), [2, '≤ 5']);
  });

  it('are those that are open, with the ones open among them', () => {
    const years = { dimension: 'time', level: 'year' };
    assert.deepEqual(rowsOf({ ...years, open: ['2024'] }), [7, '≤ 15']);
    assert.deepEqual(rowsOf({ ...years, open: ['2024', '2024-Q2'], finest: 'month' }), [10, '≤ 51']);
    assert.deepEqual(rowsOf({ ...years, open: ['2024-Q2'], finest: 'month' }), [3, '≤ 51']);
    assert.deepEqual(rowsOf({ dimension: 'age', level: 'life-phase', open: ['aeldre'] }), [5, '≤ 8']);
  });

  it('are the greatest alone, and the rest as one', () => {
    assert.deepEqual(rowsOf({ top: { count: 10, by: 'persons', others: false } }), [10, 10]);
    assert.deepEqual(rowsOf({ top: { count: 10, by: 'persons', others: true } }, undefined, true), [12, 12]);
    assert.deepEqual(
      rowsOf({ top: { count: 10, by: 'persons', others: true } }, only('residence', 'municipality', '0851')),
      [1, '≤ 11'],
    );
  });

  it('are the latest, or a range', () => {
    const months = { dimension: 'time', level: 'month' };
    const keep = (kept: FilterField['keep'], level = 'month'): FilterField => ({
      dimension: 'time',
      level,
      keep: kept,
    });
    assert.deepEqual(rowsOf(months, keep({ kind: 'latest', count: 8 })), [8, 8]);
    assert.deepEqual(rowsOf(months, keep({ kind: 'latest', count: 2 }, 'year')), [24, '≤ 36']);
    assert.deepEqual(rowsOf(months, keep({ kind: 'range', from: '2023-11', to: '2024-02' })), [4, '≤ 36']);
    assert.deepEqual(rowsOf(months, keep({ kind: 'range', from: '2025-09', to: null })), [4, '≤ 36']);
    assert.deepEqual(rowsOf(months, keep({ kind: 'range', from: null, to: null })), [36, 36]);
  });

  it('are never more than the bound says', () => {
    fc.assert(
      fc.property(anyState(cube), (state) => {
        const [known, bound] = [estimate(state, cube, membersOf), estimate(state, cube)];
        assert.ok(known.exact);
        assert.ok(known.rows <= bound.rows && known.columns <= bound.columns);
      }),
    );
  });
});

describe('a table that is too large', () => {
  const monthly = obey(usual, cube, { kind: 'level', dimension: 'time', level: 'month' });

  it('is known before it is asked for', () => {
    assert.deepEqual(estimate(monthly, cube), { rows: 104, columns: 36, cells: 104 * 36, exact: true });
    const two = obey(monthly, cube, { kind: 'measure', measure: 'persons.growth' });
    assert.equal(estimate(two, cube).cells, 2 * 104 * 36);
    assert.equal(fitOf(estimate(monthly, cube), 3744), 'fits');
    assert.equal(fitOf(estimate(monthly, cube), 3743), 'too-large');
    assert.equal(fitOf({ ...estimate(monthly, cube), exact: false }, 3743), 'unsure');
  });

  it('has smaller ones beside it, the largest of them first', () => {
    const steps = smallerTables(monthly, cube, 1500);
    assert.deepEqual(
      steps.map(({ words, estimate: { cells } }) => `${words.da}: ${cells}`),
      [
        'Vis kun seneste 14 måneder: 1456',
        'Vis tid på kvartal: 1248',
        'Vis bopæl på region: 216',
        'Fjern tid: 104',
        'Fjern bopæl: 36',
      ],
    );
    assert.equal(steps[0]!.words.en, 'Show only the latest 14 months');
    for (const { command, estimate: promised } of steps) {
      assert.deepEqual(estimate(obey(monthly, cube, command), cube), promised);
      assert.ok(promised.cells <= 1500);
    }
  });

  it('leads to the smallest first where no step is enough', () => {
    const [first] = smallerTables(monthly, cube, 10);
    assert.equal(first!.words.da, 'Fjern bopæl');
  });

  it('can be folded, and leaves periods alone that were chosen by name', () => {
    const open = obey(usual, cube, { kind: 'open', dimension: 'time', member: '2024', open: true });
    const named = obey(open, cube, {
      kind: 'filter',
      field: only('time', 'year', '2024', '2025'),
      instead: false,
    });
    const said = smallerTables(named, cube, 300, membersOf).map(({ words }) => words.da);
    assert.deepEqual(said, ['Fold tid sammen', 'Fjern tid', 'Vis bopæl på region', 'Fjern bopæl']);
  });
});
