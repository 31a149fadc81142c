import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellSetOf, member, total } from '../testing/cell-set.fixture.ts';
import { chartModel } from './chart-model.ts';

const names = { measure: undefined, along: null };
const time = { measure: undefined, along: 'time' };
const shown = (value: number) => ({ kind: 'shown', value });

describe('chart model', () => {
  const twoByTwo = cellSetOf(
    [[member('residence', 'A')], [member('residence', 'B')]],
    [[member('time', '2024')], [member('time', '2025')]],
    [
      [10, 11],
      [20, 21],
    ],
  );

  it('takes rows for categories and columns for series', () => {
    const { categories, series } = chartModel(twoByTwo, names);
    assert.deepEqual(
      categories.map(({ label }) => label),
      ['A', 'B'],
    );
    assert.deepEqual(series, [
      { label: '2024', codes: ['2024'], values: [shown(10), shown(20)] },
      { label: '2025', codes: ['2025'], values: [shown(11), shown(21)] },
    ]);
  });

  it('takes time for categories wherever it stands', () => {
    const expected = [
      { label: 'A', codes: ['A'], values: [shown(10), shown(11)] },
      { label: 'B', codes: ['B'], values: [shown(20), shown(21)] },
    ];
    assert.deepEqual(chartModel(twoByTwo, time).series, expected);
    const turned = cellSetOf(twoByTwo.columns, twoByTwo.rows, [
      [10, 20],
      [11, 21],
    ]);
    assert.deepEqual(chartModel(turned, time).series, expected);
  });

  it('splits an axis on which time stands beside another dimension', () => {
    const cellSet = cellSetOf(
      [[member('residence', 'A')]],
      [
        [member('time', '2024'), member('sex', 'K')],
        [member('time', '2024'), member('sex', 'M')],
        [member('time', '2025'), member('sex', 'K')],
        [member('time', '2025'), member('sex', 'M')],
      ],
      [[1, 2, 3, 4]],
    );
    const { categories, series } = chartModel(cellSet, time);
    assert.deepEqual(
      categories.map(({ label }) => label),
      ['2024', '2025'],
    );
    assert.deepEqual(series, [
      { label: 'A, K', codes: ['A', 'K'], values: [shown(1), shown(3)] },
      { label: 'A, M', codes: ['A', 'M'], values: [shown(2), shown(4)] },
    ]);
  });

  it('leaves out totals, and parents above their children', () => {
    const cellSet = cellSetOf(
      [
        [member('residence', 'North', 'region')],
        [member('residence', 'A', 'municipality')],
        [member('residence', 'B', 'municipality')],
        [total('residence')],
      ],
      [[]],
      [[30], [10], [20], [30]],
    );
    assert.deepEqual(
      chartModel(cellSet, names).categories.map(({ label }) => label),
      ['A', 'B'],
    );
  });

  it('reads categories from the columns where only they have several members', () => {
    const cellSet = cellSetOf([[]], [[member('sex', 'K')], [member('sex', 'M')]], [[7, 'suppressed']]);
    const { categories, series } = chartModel(cellSet, names);
    assert.deepEqual(
      categories.map(({ label }) => label),
      ['K', 'M'],
    );
    assert.deepEqual(series, [{ label: '', codes: [], values: [shown(7), { kind: 'hidden' }] }]);
  });

  it('keeps four series and says how many there were', () => {
    const cellSet = cellSetOf(
      [[member('residence', 'A')], [member('residence', 'B')]],
      ['1', '2', '3', '4', '5', '6'].map((code) => [member('age', code)]),
      [
        [1, 2, 3, 4, 5, 6],
        [1, 2, 3, 4, 5, 6],
      ],
    );
    const { series, leftOut } = chartModel(cellSet, names);
    assert.equal(series.length, 4);
    assert.deepEqual(leftOut, { series: 2, categories: 0 });
  });

  it('is empty for a measure that is not there', () => {
    assert.deepEqual(chartModel(twoByTwo, { ...names, measure: 'bed-days' }).series, []);
  });
});
