import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellSetOf, member, total } from '../testing/cell-set.fixture.ts';
import { chartModel } from './chart-model.ts';

const shown = (value: number) => ({ kind: 'shown', value });
const place = (code: string) => [member('residence', code, 'municipality')];
const north = member('residence', 'North', 'region');
const country = { dimension: 'residence', member: 'total', label: 'Hele landet' };
const region = { dimension: 'residence', member: 'North' };
const years = [[member('time', '2024')], [member('time', '2025')]];

describe('what series are compared with', () => {
  const overTime = cellSetOf([[total('residence')], [north], place('A'), place('B')], years, [
    [30, 'suppressed'],
    [20, 22],
    [10, 11],
    [12, 13],
  ]);

  it('is nothing unless it is asked for', () => {
    assert.deepEqual(chartModel(overTime, { measure: undefined, along: 'time' }).references, []);
  });

  it('is the cells of the cell set in which the dimension stands at the member, hidden or not', () => {
    const { references, series } = chartModel(overTime, {
      measure: undefined,
      along: 'time',
      references: [country, region],
    });
    assert.deepEqual(
      series.map(({ label }) => label),
      ['A', 'B'],
    );
    assert.deepEqual(
      references.map(({ label, values, of }) => ({ label, values, of })),
      [
        { label: 'Hele landet', values: [shown(30), { kind: 'hidden' }], of: [0, 1] },
        { label: 'North', values: [shown(20), shown(22)], of: [0, 1] },
      ],
    );
  });

  it('is not drawn a second time where it is a series already', () => {
    const own = { dimension: 'residence', member: 'A' };
    const { references } = chartModel(overTime, { measure: undefined, along: 'time', references: [own] });
    assert.deepEqual(
      references.map(({ label, of }) => [label, of]),
      [['A', [1]]],
    );
    const alone = cellSetOf([place('A')], years, [[10, 11]]);
    assert.deepEqual(
      chartModel(alone, { measure: undefined, along: 'time', references: [own] }).references,
      [],
    );
  });

  it('is one for each series that differs in more than the dimension, with what it differs in', () => {
    const bySex = cellSetOf(
      [place('A'), place('B'), [total('residence')]],
      [[member('sex', 'K')], [member('sex', 'M')]],
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    );
    const { references } = chartModel(bySex, { measure: undefined, along: null, references: [country] });
    assert.deepEqual(
      references.map(({ label, values, of }) => ({ label, values, of })),
      [
        { label: 'Hele landet, K', values: [shown(5), shown(5)], of: [0] },
        { label: 'Hele landet, M', values: [shown(6), shown(6)], of: [1] },
      ],
    );
  });

  it('stands at each category its own where the dimension is on the other axis', () => {
    const byAge = cellSetOf(
      [[member('age', '0-17')], [member('age', '18+')]],
      [place('A'), [total('residence')]],
      [
        [1, 7],
        [2, 9],
      ],
    );
    const { references, series } = chartModel(byAge, {
      measure: undefined,
      along: null,
      references: [country],
    });
    assert.equal(series.length, 1);
    assert.deepEqual(references[0]?.values, [shown(7), shown(9)]);
  });

  it('is never made up: without the cell there is none', () => {
    const without = cellSetOf([place('A'), place('B')], years, [
      [1, 2],
      [3, 4],
    ]);
    assert.deepEqual(
      chartModel(without, { measure: undefined, along: 'time', references: [country, region] }).references,
      [],
    );
  });
});
