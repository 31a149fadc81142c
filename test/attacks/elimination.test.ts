import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byElimination } from './elimination.ts';
import { bySubtraction } from './relations.ts';

// The attacker must be able to attack, or his failure says nothing.

test('a row total gives away the only hidden part', () => {
  const cells = new Map<string, number | null>([
    ['all', 20],
    ['a', 12],
    ['b', 6],
    ['c', null],
  ]);
  const sums = [{ whole: 'all', parts: ['a', 'b', 'c'] }];
  assert.deepEqual([...bySubtraction(cells, sums)], [['c', 2]]);
  assert.deepEqual(byElimination(cells, sums), ['c']);
});

test('two hidden parts of one total stand', () => {
  const cells = new Map<string, number | null>([
    ['all', 20],
    ['a', 12],
    ['b', null],
    ['c', null],
  ]);
  const sums = [{ whole: 'all', parts: ['a', 'b', 'c'] }];
  assert.equal(bySubtraction(cells, sums).size, 0);
  assert.deepEqual(byElimination(cells, sums), []);
});

test('an alternating combination of sums finds what no single sum shows', () => {
  // x + y = r1, y + z = r2, x + z = r3: every sum has two unknowns, together they determine all three.
  const cells = new Map<string, number | null>([
    ['r1', 7],
    ['r2', 9],
    ['r3', 8],
    ['x', null],
    ['y', null],
    ['z', null],
  ]);
  const sums = [
    { whole: 'r1', parts: ['x', 'y'] },
    { whole: 'r2', parts: ['y', 'z'] },
    { whole: 'r3', parts: ['x', 'z'] },
  ];
  assert.equal(bySubtraction(cells, sums).size, 0);
  assert.deepEqual(byElimination(cells, sums).sort(), ['x', 'y', 'z']);
});
