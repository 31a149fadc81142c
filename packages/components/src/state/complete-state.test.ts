import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyState } from '../../fixtures/any-state.ts';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { completeState } from './complete-state.ts';
import { firstLayout } from './first-layout.ts';

const usual = firstLayout(cube);

describe('a state as a page writes it', () => {
  it('is the first layout where nothing is said', () => {
    assert.deepEqual(completeState({}, usual), usual);
  });

  it('is taken as it is where all is said', () => {
    fc.assert(fc.property(anyState(cube), (state) => assert.deepEqual(completeState(state, usual), state)));
  });

  it('needs no more of a field than dimension and level', () => {
    const { rows, columns, measures } = completeState(
      { rows: [{ dimension: 'sex', level: 'sex' }], columns: [] },
      usual,
    );
    assert.deepEqual(rows, [{ dimension: 'sex', level: 'sex', parents: false, open: [], top: null }]);
    assert.deepEqual([columns, measures], [[], usual.measures]);
  });

  it('never has a dimension on both axes', () => {
    const [time] = usual.columns;
    assert.deepEqual(completeState({ rows: [{ ...time! }] }, usual).columns, []);
    const [place] = usual.rows;
    assert.deepEqual(completeState({ columns: [{ ...place! }] }, usual).rows, []);
  });

  it('changes a part of the look alone', () => {
    assert.deepEqual(completeState({ look: { labels: 'code' } }, usual).look, {
      ...usual.look,
      labels: 'code',
    });
  });
});
