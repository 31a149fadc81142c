import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isDominated, ranksNeeded } from './dominance.ts';

test('p %: the rest must be at least p per cent of the largest, and exactly that is enough', () => {
  // 80 + 12 + 8: the second knows that the largest is at most 88, 10 per cent above it.
  assert.equal(isDominated(100, [80, 12], { p: 10 }), false);
  assert.equal(isDominated(100, [80, 12], { p: 10.1 }), true);
  assert.equal(isDominated(99, [80, 12], { p: 10 }), true);
});

test('(n,k): the n largest may have k per cent, and no more', () => {
  assert.equal(isDominated(100, [80, 12], { nk: { n: 1, k: 80 } }), false);
  assert.equal(isDominated(100, [81, 12], { nk: { n: 1, k: 80 } }), true);
  assert.equal(isDominated(100, [60, 20], { nk: { n: 2, k: 80 } }), false);
  assert.equal(isDominated(100, [60, 21], { nk: { n: 2, k: 80 } }), true);
  assert.equal(
    isDominated(100, [30, 30, 30, 5], { nk: { n: 3, k: 90 } }),
    false,
    'the fourth does not count',
  );
});

test('one rule is enough, and no rule finds nothing', () => {
  const both = { p: 10, nk: { n: 1, k: 80 } };
  assert.equal(isDominated(100, [80, 12], both), false);
  assert.equal(isDominated(100, [80, 19], both), true, 'by p');
  assert.equal(isDominated(100, [81, 0], both), true, 'by nk');
  assert.equal(isDominated(100, [100, 0], {}), false);
});

test('one or two persons are always too few; nothing at all is not', () => {
  assert.equal(isDominated(7, [7, 0], { p: 1 }), true);
  assert.equal(isDominated(7, [5, 2], { p: 1 }), true);
  assert.equal(isDominated(7, [7, 0], { nk: { n: 1, k: 99 } }), true);
  assert.equal(isDominated(0, [0, 0], { p: 50, nk: { n: 2, k: 50 } }), false);
});

test('what the second largest can work out is what the p % rule measures', () => {
  const contributions = fc.array(fc.nat(200), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(contributions, fc.integer({ min: 1, max: 99 }), (given, p) => {
      const [first, second, ...rest] = given.sort((a, b) => b - a);
      const sum = given.reduce((total, each) => total + each, 0);
      // He knows the sum and his own part, and that nobody has less than nothing.
      const upperBound = sum - second!;
      const known = upperBound * 100 < first! * (100 + p);
      assert.equal(isDominated(sum, [first!, second!, ...rest], { p }), known);
    }),
    { numRuns: 2000 },
  );
});

test('the rules say how many contributions they need', () => {
  assert.equal(ranksNeeded({ p: 10 }), 2);
  assert.equal(ranksNeeded({ nk: { n: 1, k: 80 } }), 1);
  assert.equal(ranksNeeded({ nk: { n: 5, k: 80 } }), 5);
  assert.equal(ranksNeeded({ p: 10, nk: { n: 1, k: 80 } }), 2);
  assert.equal(ranksNeeded({}), 0);
});
