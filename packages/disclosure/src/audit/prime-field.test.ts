import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inverse, multiply, PRIMES } from './prime-field.ts';

test('the moduli are primes below 2^26', () => {
  for (const prime of PRIMES) {
    assert.ok(prime < 2 ** 26);
    for (let divisor = 2; divisor * divisor <= prime; divisor++) assert.notEqual(prime % divisor, 0);
  }
  assert.notEqual(PRIMES[0], PRIMES[1]);
});

test('products and inverses are exact', () => {
  for (const prime of PRIMES) {
    const element = fc.integer({ min: 1, max: prime - 1 });
    fc.assert(
      fc.property(element, element, (a, b) => {
        assert.equal(multiply(a, b, prime), Number((BigInt(a) * BigInt(b)) % BigInt(prime)));
        assert.equal((BigInt(a) * BigInt(inverse(a, prime))) % BigInt(prime), 1n);
      }),
    );
    assert.equal(multiply(prime - 1, prime - 1, prime), 1);
    assert.equal(inverse(prime - 1, prime), prime - 1);
    assert.equal(inverse(1, prime), 1);
  }
});
