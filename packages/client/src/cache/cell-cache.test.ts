import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CellSet } from '@datakube/contract';
import { DECLARATION } from '../testing/answers.ts';
import { createCellCache } from './cell-cache.ts';

function cellSet(cells: number): CellSet {
  const measures = new Map([['persons', { value: new Float64Array(cells), status: new Uint8Array(cells) }]]);
  const rows = Array.from({ length: cells }, () => []);
  return {
    cube: 'c',
    release: 'r',
    rows,
    columns: [[]],
    measures,
    notes: [],
    declaration: DECLARATION,
    synthetic: true,
  };
}

describe('createCellCache', () => {
  it('drops what has not been used for longest, once there are too many cells', () => {
    const cache = createCellCache(10);
    cache.set('a', cellSet(4));
    cache.set('b', cellSet(4));
    cache.get('a');
    cache.set('c', cellSet(4));
    assert.deepEqual(
      ['a', 'b', 'c'].map((id) => cache.get(id) !== undefined),
      [true, false, true],
    );
  });

  it('counts an answer that is put in again once', () => {
    const cache = createCellCache(10);
    for (let time = 0; time < 5; time++) cache.set('a', cellSet(4));
    cache.set('b', cellSet(4));
    assert.ok(cache.get('a'));
  });

  it('does not keep what is larger than itself', () => {
    const cache = createCellCache(10);
    cache.set('a', cellSet(11));
    assert.equal(cache.get('a'), undefined);
    cache.set('b', cellSet(10));
    assert.ok(cache.get('b'));
  });
});
