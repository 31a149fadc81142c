import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { barScale, heatScale } from './shade-scale.ts';

const numbers = fc.array(fc.oneof(fc.nat(9), fc.integer({ min: -50, max: 50 }), fc.double({ noNaN: true })), {
  minLength: 1,
  maxLength: 200,
});

describe('the classes of shades', () => {
  it('begin at the ranks that divide the numbers evenly, and hold every number', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 7 }), (values, count) => {
        const sorted = values.toSorted((a, b) => a - b);
        const ranked = Array.from(
          { length: count },
          (_, i) => sorted[Math.floor((i * sorted.length) / count)]!,
        );
        const begins = ranked.filter((value, i) => i === 0 || value > ranked[i - 1]!);
        const { classes, classOf } = heatScale(Float64Array.from(values), count)!;
        assert.deepEqual(
          classes.map(({ least }) => least + 0),
          begins.map((value) => value + 0),
        );
        classes.forEach(({ least, most }, at) => {
          const inside = values.filter((value) => classOf(value) === at);
          assert.deepEqual([least + 0, most + 0], [Math.min(...inside) + 0, Math.max(...inside) + 0]);
        });
      }),
    );
  });

  it('are none where there is no number, and one where all are equal', () => {
    assert.equal(heatScale(new Float64Array(), 5), null);
    assert.deepEqual(heatScale(Float64Array.of(7, 7, 7), 5)!.classes, [{ least: 7, most: 7 }]);
  });
});

describe('bars', () => {
  it('go from zero to the number, on one scale for all', () => {
    const bar = barScale(Float64Array.of(-10, 30))!;
    assert.deepEqual(
      [bar(-10), bar(0), bar(30)],
      [
        { start: 0, length: 0.25 },
        { start: 0.25, length: 0 },
        { start: 0.25, length: 0.75 },
      ],
    );
    assert.equal(barScale(new Float64Array()), null);
  });
});
