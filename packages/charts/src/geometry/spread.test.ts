import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { spread } from './spread.ts';

it('keeps labels in order, apart, and in the field', () => {
  const wanted = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(wanted, (places) => {
      const placed = spread(places, 15, 0, 200);
      const order = [...places.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
      const sorted = order.map((index) => placed[index] ?? Number.NaN);
      sorted.forEach((y, index) => {
        assert.ok(y >= 0 && y <= 200);
        if (index > 0) assert.ok(y - (sorted[index - 1] ?? 0) >= 15 - 1e-9);
      });
    }),
  );
});

it('leaves places alone that are far enough apart', () => {
  assert.deepEqual(spread([100, 20, 60], 15, 0, 200), [100, 20, 60]);
});
