import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { valueScale } from './value-scale.ts';

const numbers = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 20 });

describe('the scale of values', () => {
  it('holds every number, and ticks that rise; none where there is nothing to read', () => {
    fc.assert(
      fc.property(numbers, fc.boolean(), fc.integer({ min: 2, max: 6 }), (values, fromZero, count) => {
        const { scale, ticks } = valueScale(values, [0, 500], count, fromZero, 0);
        const [low = 0, high = 0] = scale.domain();
        for (const value of values) assert.ok(value >= low && value <= high);
        if (fromZero) assert.ok(low <= 0 && high > 0);
        assert.equal(ticks.length > 0, values.length > 0);
        ticks.forEach(({ value }, index) => {
          assert.ok(value >= low - 1e-9 && value <= high + 1e-9 && Number.isInteger(value));
          if (index > 0) assert.ok(value > ticks[index - 1]!.value);
        });
      }),
    );
  });

  it('has a length where all numbers are the same, or there are none', () => {
    for (const values of [[], [0], [5, 5], [-3]]) {
      const { scale } = valueScale(values, [0, 100], 4, false, 0);
      const [low = 0, high = 0] = scale.domain();
      assert.ok(high > low, JSON.stringify(values));
    }
  });

  it('writes no tick finer than the values, and tells each from its neighbours', () => {
    const shares = fc.array(
      fc.integer({ min: 0, max: 1000 }).map((parts) => parts / 10),
      { minLength: 1, maxLength: 9 },
    );
    fc.assert(
      fc.property(shares, fc.boolean(), (values, fromZero) => {
        const { ticks } = valueScale(values, [0, 500], 5, fromZero, 1);
        for (const { value, decimals } of ticks) {
          assert.ok(decimals <= 1);
          assert.ok(Math.abs(value - Number(value.toFixed(1))) < 1e-9);
        }
        const texts = ticks.map(({ value, decimals }) => value.toFixed(decimals));
        assert.equal(new Set(texts).size, texts.length);
      }),
    );
  });

  it('grows with the numbers', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const { scale } = valueScale(values, [10, 500], 5, true, 0);
        const sorted = [...values].sort((a, b) => a - b).map((value) => scale(value));
        for (let at = 1; at < sorted.length; at++) assert.ok(sorted[at]! >= sorted[at - 1]!);
      }),
    );
  });
});
