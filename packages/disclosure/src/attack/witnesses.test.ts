import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addWitness, gatherWitnesses, narrowPool, wholeNumbers } from './witnesses.ts';

const bounds = (low: number[], high: number[]) => ({
  low: Float64Array.from(low),
  high: Float64Array.from(high),
});
const wide = bounds([0, 0], [9, 9]);
const pool = () => ({
  points: [
    [1, 8],
    [5, 4],
    [7, 2],
  ].map((point) => Float64Array.from(point)),
  within: wide,
});

test('what points show is what lies between them, of whole numbers', () => {
  const { seen } = gatherWitnesses(pool(), wide, [0, 1], 100);
  assert.deepEqual([wholeNumbers(seen, 0), wholeNumbers(seen, 1)], [7, 7]);
  const fraction = bounds([1.5, 2.0000000001, 1.2, Infinity], [2.5, 2.9999999999, 1.8, -Infinity]);
  assert.deepEqual(
    [0, 1, 2].map((unknown) => wholeNumbers(fraction, unknown)),
    [1, 2, 0],
  );
  assert.ok(wholeNumbers(fraction, 3) < 0, 'nothing seen is nothing');
});

test('points outside narrower bounds do not count, and may leave for good', () => {
  const narrow = bounds([4, 0], [9, 4]);
  assert.equal(wholeNumbers(gatherWitnesses(pool(), narrow, [0, 1], 100).seen, 0), 3);
  const rest = narrowPool(pool(), narrow);
  assert.equal(rest.points.length, 2);
  assert.equal(wholeNumbers(gatherWitnesses(rest, bounds([6, 0], [9, 4]), [0], 100).seen, 0), 1);
});

test('a new point counts for every unknown, and stays for later', () => {
  const kept = pool();
  const witnesses = gatherWitnesses(kept, wide, [0], 100);
  addWitness(witnesses, Float64Array.of(9, 0));
  assert.deepEqual([witnesses.seen.high[0], witnesses.seen.low[1]], [9, 0]);
  assert.equal(wholeNumbers(gatherWitnesses(kept, wide, [1], 100).seen, 1), 9);
});

test('an unknown with enough numbers is not followed further', () => {
  const { seen } = gatherWitnesses(pool(), wide, [0, 1], 3);
  assert.deepEqual([wholeNumbers(seen, 0), wholeNumbers(seen, 1)], [5, 5]);
});
