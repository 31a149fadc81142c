import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countsOf, numbersOf, roundCount, roundTo } from './rounding.ts';

test('goes to the nearest multiple, half-way away from 0', () => {
  assert.deepEqual(
    [0, 2, 3, 7, 8, -7, -8].map((value) => roundTo(value, 5)),
    [0, 0, 5, 5, 10, -5, -10],
  );
  assert.deepEqual(
    [4, 5, 14, 15, -5, -4, 2.5].map((value) => roundTo(value, 10)),
    [0, 10, 10, 20, -10, 0, 0],
  );
  assert.ok(Object.is(roundTo(-1, 5), 0));
});

test('says 0 of nothing but 0', () => {
  assert.deepEqual(
    [0, 1, 2, 4, 5].map((count) => roundCount(count, 10)),
    [0, 10, 10, 10, 10],
  );
});

test('ranges are exactly what is rounded to a multiple', () => {
  fc.assert(
    fc.property(fc.constantFrom(3, 5, 10), fc.nat(500), (base, count) => {
      const counts = countsOf(roundCount(count, base), base);
      const numbers = numbersOf(roundTo(count, base), base);
      for (let other = 0; other <= 520; other++) {
        assert.equal(
          other >= counts.low && other <= counts.high,
          roundCount(other, base) === roundCount(count, base),
        );
        assert.equal(
          other >= numbers.low && other <= numbers.high,
          roundTo(other, base) === roundTo(count, base),
        );
      }
    }),
    { numRuns: 1000 },
  );
});
