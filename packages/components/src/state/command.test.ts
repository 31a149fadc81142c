import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { only } from '../../fixtures/only.ts';
import { obey, type Command } from './command.ts';
import { plainField, type FilterField } from './explorer-state.ts';
import { firstLayout } from './first-layout.ts';
import { released } from './released.ts';
import { idsIn } from './transitions.ts';

const usual = firstLayout(cube);

describe('commands', () => {
  it('place a field at the level its filter has', () => {
    const filtered = obey(usual, cube, {
      kind: 'filter',
      field: { dimension: 'time', level: 'quarter', keep: { kind: 'members', members: ['2024-Q1'] } },
      instead: true,
    });
    assert.deepEqual(filtered.columns, []);
    const placed = obey(filtered, cube, { kind: 'place', axis: 'columns', dimension: 'time' });
    assert.deepEqual(placed.columns, [plainField('time', 'quarter')]);
  });

  it('refuse what is not offered', () => {
    assert.equal(released(usual, cube).get('sector')!.first, null);
    assert.equal(obey(usual, cube, { kind: 'place', axis: 'rows', dimension: 'sector' }), usual);
  });

  it('keep nothing that the cube does not have, and no latest but of periods', () => {
    const keep = (field: FilterField): unknown =>
      obey(usual, cube, { kind: 'filter', field, instead: false });
    assert.equal(keep(only('wealth', 'wealth', 'rich')), usual);
    assert.equal(keep(only('sex', 'gender', 'K')), usual);
    assert.equal(keep({ dimension: 'sex', level: 'sex', keep: { kind: 'latest', count: 1 } }), usual);
  });

  it('reorder counts the place among the others, and knows no field that is not there', () => {
    const two = obey(usual, cube, { kind: 'place', axis: 'columns', dimension: 'sex' });
    const first = obey(two, cube, { kind: 'reorder', zone: 'columns', id: 'sex', at: 0 });
    assert.deepEqual(
      first.columns.map(({ dimension }) => dimension),
      ['sex', 'time'],
    );
    assert.equal(obey(two, cube, { kind: 'reorder', zone: 'columns', id: 'age', at: 0 }), two);
    assert.equal(obey(two, cube, { kind: 'reorder', zone: 'columns', id: 'sex', at: 9 }), two);
  });

  it('reorder and shift work in every zone', () => {
    const full = [
      { kind: 'place', axis: 'rows', dimension: 'sex' },
      { kind: 'measure', measure: 'contacts' },
      { kind: 'filter', field: only('age', 'broad', '80+'), instead: false },
      { kind: 'filter', field: only('sex', 'sex', 'K'), instead: false },
    ] satisfies Command[];
    const state = full.reduce((at, command) => obey(at, cube, command), usual);
    for (const [zone, ids] of [
      ['rows', ['residence', 'sex']],
      ['measures', ['persons', 'contacts']],
      ['filters', ['age', 'sex']],
    ] as const) {
      assert.deepEqual(idsIn(state, zone), ids);
      const turned = obey(state, cube, { kind: 'shift', zone, id: ids[1], by: -1 });
      assert.deepEqual(idsIn(turned, zone), [...ids].reverse(), zone);
      assert.deepEqual(obey(turned, cube, { kind: 'reorder', zone, id: ids[1], at: 1 }), state);
    }
  });

  it('place keeps level and subtotals of what is already on an axis', () => {
    const turned = obey(usual, cube, { kind: 'place', axis: 'columns', dimension: 'residence', at: 0 });
    assert.deepEqual(turned.columns[0], usual.rows[0]);
    assert.equal(obey(usual, cube, { kind: 'place', axis: 'rows', dimension: 'nothing' }), usual);
  });

  it('level changes to what is offered and to nothing else', () => {
    const level = (dimension: string, to: string) =>
      obey(usual, cube, { kind: 'level', dimension, level: to });
    assert.equal(level('time', 'month').columns[0]?.level, 'month');
    assert.equal(level('time', 'century'), usual);
    assert.equal(level('nothing', 'month'), usual);
  });

  it('change view, chart, totals and subtotals each by itself', () => {
    assert.deepEqual(obey(usual, cube, { kind: 'view', view: 'chart' }), { ...usual, view: 'chart' });
    assert.deepEqual(obey(usual, cube, { kind: 'chart', chart: 'line' }), { ...usual, chart: 'line' });
    assert.deepEqual(obey(usual, cube, { kind: 'totals' }), { ...usual, totals: false });
    const bare = obey(usual, cube, { kind: 'parents', dimension: 'residence', parents: false });
    assert.deepEqual(bare.rows, [plainField('residence', 'municipality')]);
    assert.deepEqual(bare.columns, usual.columns);
  });
});

describe('the first layout of other cubes', () => {
  it('asks for the first measure where none counts persons', () => {
    const events = { ...cube, measures: cube.measures.filter(({ kind }) => kind !== 'persons') };
    assert.deepEqual(firstLayout(events).measures, ['contacts']);
  });

  it('has no columns where there is no time', () => {
    const timeless = {
      ...cube,
      dimensions: cube.dimensions.filter(({ kind }) => kind !== 'time'),
      release: {
        ...cube.release,
        cuboids: [{ dimensions: [{ dimension: 'residence', level: 'region' }] }],
      },
    };
    const { rows, columns } = firstLayout(timeless);
    assert.deepEqual(rows, [plainField('residence', 'region')]);
    assert.deepEqual(columns, []);
  });

  it('has no rows where nothing but time is released', () => {
    const bare = {
      ...cube,
      release: { ...cube.release, cuboids: [{ dimensions: [{ dimension: 'time', level: 'year' }] }] },
    };
    assert.deepEqual(firstLayout(bare).rows, []);
    assert.deepEqual(firstLayout(bare).columns, [plainField('time', 'year')]);
  });
});
