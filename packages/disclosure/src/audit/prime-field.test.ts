import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { manyRuns } from '../fixtures/many-runs.ts';
import { inverse, multiply, PRIMES } from './prime-field.ts';

test('the moduli are primes below 2^26', () => {
  for (const prime of PRIMES) {
    assert.ok(prime < 2 ** 26);
    for (let divisor = 2; divisor * divisor <= prime; divisor++) assert.notEqual(prime % divisor, 0);
  }
  assert.notEqual(PRIMES[0], PRIMES[1]);
});

test('products and inverses are exact', (t) => {
  for (const prime of PRIMES) {
    // Near both ends as often as anywhere: there a rounded quotient is off by one.
    const element = fc.oneof(
      fc.integer({ min: 1, max: prime - 1 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: prime - 9, max: prime - 1 }),
    );
    fc.assert(
      fc.property(element, element, (a, b) => {
        assert.equal(multiply(a, b, prime), Number((BigInt(a) * BigInt(b)) % BigInt(prime)));
        assert.equal((BigInt(a) * BigInt(inverse(a, prime))) % BigInt(prime), 1n);
      }),
      manyRuns(t),
    );
    assert.equal(multiply(prime - 1, prime - 1, prime), 1);
    assert.equal(inverse(prime - 1, prime), prime - 1);
    assert.equal(inverse(1, prime), 1);
  }
});
