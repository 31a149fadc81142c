import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyState } from '../../fixtures/any-state.ts';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { begin, redo, step, undo } from './history.ts';

describe('undo and redo', () => {
  it('leads back to the first state and forward to the last', () => {
    fc.assert(
      fc.property(fc.array(anyState(cube), { minLength: 1, maxLength: 30 }), (states) => {
        const [first, ...later] = states;
        let history = later.reduce(step, begin(first!));
        const last = history.present;
        while (history.past.length > 0) history = undo(history);
        assert.deepEqual(history.present, first);
        while (history.future.length > 0) history = redo(history);
        assert.deepEqual(history.present, last);
      }),
    );
  });

  it('forgets what was undone when another way is taken', () => {
    const history = step(undo(step(begin('a'), 'b')), 'c');
    assert.deepEqual(history, { past: ['a'], present: 'c', future: [] });
  });

  it('takes no step to where it stands', () => {
    assert.deepEqual(step(begin({ a: 1 }), { a: 1 }).past, []);
  });

  it('stands still at either end', () => {
    assert.deepEqual(undo(begin('a')), begin('a'));
    assert.deepEqual(redo(begin('a')), begin('a'));
  });

  it('remembers two hundred steps and lets go of older ones', () => {
    const steps = Array.from({ length: 250 }, (_, index) => index);
    let history = steps.slice(1).reduce(step<number>, begin(0));
    assert.equal(history.past.length, 200);
    while (history.past.length > 0) history = undo(history);
    assert.equal(history.present, 49);
    assert.equal(history.future.length, 200);
  });
});
