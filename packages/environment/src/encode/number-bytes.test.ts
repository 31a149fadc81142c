import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LONGEST_NUMBER, writeNumber } from './number-bytes.ts';

function written(value: number): string {
  const bytes = new Uint8Array(1 + LONGEST_NUMBER);
  return new TextDecoder().decode(bytes.subarray(1, writeNumber(bytes, 1, value)));
}

describe('writeNumber', () => {
  it('writes what JSON writes', () => {
    const tenths = fc.tuple(fc.maxSafeNat(), fc.constantFrom(10, 100, 1000)).map(([n, by]) => n / by);
    const number = fc.oneof(fc.nat(10_000), fc.nat(), fc.maxSafeInteger(), fc.double(), tenths);
    fc.assert(
      fc.property(number, (value) => assert.equal(written(value), JSON.stringify(value))),
      { numRuns: 2000 },
    );
  });

  it('does so at every border between ways to write it', () => {
    const borders = [0, -0, 9, 10, 99, 100, 1e8, 1e9, 2 ** 31, 2 ** 32, 1e21, -1, Number.MIN_VALUE, NaN];
    const tenths = [0.1, 0.05, 0.15, 1e8 - 0.1, 1e9 - 0.1, 99_999_999.95, -0.1, 0.30000000000000004, 1e-7];
    for (const border of [...borders, ...tenths, -Number.MAX_VALUE, -2.2250738585072014e-308]) {
      for (const value of [border, border - 1, border + 1, border + 0.1]) {
        assert.equal(written(value), JSON.stringify(value));
      }
    }
  });
});
