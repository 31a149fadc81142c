import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { ticksApart } from './ticks-apart.ts';
import { valueScale } from './value-scale.ts';

const ticks = (values: readonly number[]) => values.map((value) => ({ value, decimals: 0 }));
const kept = (values: readonly number[], pixels: number, room: number): number[] =>
  ticksApart(ticks(values), ({ value }) => value * pixels, room).map(({ value }) => value);

it('keeps all ticks where their numbers have room', () => {
  assert.deepEqual(kept([0, 10, 20], 4, 40), [0, 10, 20]);
});

it('keeps those at rounder numbers where they have not', () => {
  assert.deepEqual(kept([25, 30, 35, 40, 45, 50], 1, 10), [30, 40, 50]);
  // Every second of steps of two would be steps of four: every fifth it is.
  assert.deepEqual(kept([0, 2, 4, 6, 8, 10, 12], 1, 3), [0, 10]);
});

it('keeps the ends where no rounder two are among them, and one where even those would meet', () => {
  assert.deepEqual(kept([26, 27, 28, 29], 1, 3), [26, 29]);
  assert.deepEqual(kept([26, 27, 28, 29], 1, 4), [26]);
  assert.deepEqual(kept([7], 1, 4), [7]);
});

it('keeps ticks of any scale apart, and zero where it is one', () => {
  const numbers = fc.array(fc.integer({ min: -1000, max: 100_000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(numbers, fc.integer({ min: 60, max: 900 }), (values, length) => {
      const { scale, ticks: found } = valueScale(values, [0, length], 5, true, 0);
      const some = ticksApart(found, ({ value }) => scale(value), 50);
      assert.ok(some.length > 0);
      some.slice(1).forEach(({ value }, at) => assert.ok(scale(value) - scale(some[at]!.value) >= 50 - 1e-9));
    }),
  );
});
