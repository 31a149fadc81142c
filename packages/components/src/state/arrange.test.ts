import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyState } from '../../fixtures/any-state.ts';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { only } from '../../fixtures/only.ts';
import { obey } from './command.ts';
import { plainField, type AxisField, type ExplorerState } from './explorer-state.ts';
import { firstLayout } from './first-layout.ts';

const arrange = (state: ExplorerState): ExplorerState => obey(state, cube, { kind: 'arrange' });
const laidOut = (fields: readonly AxisField[], more: Partial<ExplorerState> = {}): string => {
  const { rows, columns } = arrange({ ...firstLayout(cube), rows: [], columns: fields, ...more });
  const written = (axis: readonly AxisField[]): string =>
    axis.map(({ dimension, parents }) => dimension + (parents ? '*' : '')).join(' ');
  return `${written(rows)} | ${written(columns)}`;
};
const [region, town, sex, age, fine, year, month, disease, home] = [
  plainField('residence', 'region'),
  plainField('residence', 'municipality'),
  plainField('sex', 'sex'),
  plainField('age', 'broad'),
  plainField('age', 'five-year'),
  plainField('time', 'year'),
  plainField('time', 'month'),
  plainField('chronic-disease', 'disease'),
  plainField('nursing-home', 'nursing-home'),
];

describe('the layout that is best read', () => {
  it('has most members down the side with their subtotals, time across, and few members inside time', () => {
    assert.equal(laidOut([sex, town, year]), 'residence* | time sex');
    assert.equal(laidOut([year, sex, age, town]), 'residence* | time age sex');
    assert.equal(laidOut([region, fine]), 'age* | residence');
  });

  it('puts many members down the side, each within those of which there are more', () => {
    assert.equal(laidOut([fine, town, year]), 'residence* age | time');
  });

  it('gets no wider than can be taken in', () => {
    // 36 months leave no room for two side by side.
    assert.equal(laidOut([month, sex, town]), 'residence* sex | time');
  });

  it('shows a time series downwards where there is nothing beside it', () => {
    assert.equal(laidOut([month]), 'time* | ');
    assert.equal(laidOut([]), ' | ');
  });

  it('counts what a filter and a limit leave', () => {
    const three = only('residence', 'municipality', '0101', '0147', '0151');
    assert.equal(laidOut([town, disease], { filters: [three] }), 'chronic-disease | residence');
    const top = { ...town, top: { count: 3, by: 'persons', others: false } };
    assert.equal(laidOut([top, disease]), 'chronic-disease | residence');
  });

  it('has a dimension with few members down the side where there is no other', () => {
    assert.equal(laidOut([year, sex]), 'sex | time');
    assert.equal(laidOut([home, sex, year]), 'sex | time nursing-home');
  });

  it('is the same when it is taken twice, and asks of the same fields', () => {
    fc.assert(
      fc.property(anyState(cube), (state) => {
        const once = arrange(state);
        assert.deepEqual(arrange(once), once);
        const fields = ({ rows, columns }: ExplorerState): string[] =>
          [...rows, ...columns].map(({ dimension, level }) => `${dimension}:${level}`).sort();
        assert.deepEqual(fields(once), fields(state));
      }),
    );
  });
});
