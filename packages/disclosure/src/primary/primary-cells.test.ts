import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPrimary, primaryCells } from './primary-cells.ts';

const numbers = [0, 1, 2, 4, 5, 6, 1000];

test('one person up to one less than the threshold is hidden; nobody is, where zeros are protected', () => {
  const found = (zeros: 'published' | 'protected', threshold: number): number[] =>
    numbers.filter((persons) => isPrimary(persons, { threshold, zeros }));
  assert.deepEqual(found('published', 5), [1, 2, 4]);
  assert.deepEqual(found('protected', 5), [0, 1, 2, 4]);
  assert.deepEqual(found('published', 3), [1, 2]);
  assert.deepEqual(found('published', 6), [1, 2, 4, 5]);
});

test('a cell is marked when one of the measures that count persons is too small', () => {
  const all = Float64Array.of(9, 9, 0, 4, 9);
  const some = Float64Array.of(9, 1, 0, 9, 0);
  const rule = { threshold: 5, zeros: 'published' } as const;
  assert.deepEqual([...primaryCells([all, some], 5, rule)], [0, 1, 0, 1, 0]);
  assert.deepEqual([...primaryCells([all, some], 5, { ...rule, zeros: 'protected' })], [0, 1, 1, 1, 1]);
  assert.deepEqual([...primaryCells([], 2, rule)], [0, 0]);
});
