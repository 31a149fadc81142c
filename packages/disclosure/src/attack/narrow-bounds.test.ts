import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { smallTable } from '../fixtures/small-table.ts';
import { boundedFrom, narrowBounds } from './narrow-bounds.ts';
import { publishedSystem } from './published-system.ts';

const sum = (total: number, ...unknowns: number[]) => ({
  unknowns,
  signs: unknowns.map(() => -1 as const),
  total: -total,
});

test('two hidden cells that add up to 2 are both 1, where zeros are published', () => {
  const { low, high } = narrowBounds([sum(2, 0, 1)], boundedFrom(2, 1));
  assert.deepEqual([...low, ...high], [1, 1, 1, 1]);
});

test('two hidden cells that add up to 0 are both 0, where zeros are protected', () => {
  const { low, high } = narrowBounds([sum(0, 0, 1)], boundedFrom(2, 0));
  assert.deepEqual([...low, ...high], [0, 0, 0, 0]);
});

test('what one equation leaves open, the next narrows', () => {
  // a + b = 5, b + c = 3, parent d = a + c.
  const rows = [sum(5, 0, 1), sum(3, 1, 2), { unknowns: [3, 0, 2], signs: [1, -1, -1] as const, total: 0 }];
  const { low, high } = narrowBounds(rows, boundedFrom(4, 1));
  assert.deepEqual([...low], [3, 1, 1, 4]);
  assert.deepEqual([...high], [4, 2, 2, 6]);
});

test('bounds always hold the truth', () => {
  const inner = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 12, maxLength: 12 });
  const hidden = fc.array(fc.boolean(), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(inner, hidden, (counts, hide) => {
      const release = smallTable([4, 3], counts);
      const truth = release.cuboids[0]!.values[0]!;
      const { rows, unknowns, unknownOf } = publishedSystem(release, [true, true], (_, cell) =>
        hide[cell] ? null : truth[cell]!,
      );
      const { low, high } = narrowBounds(rows, boundedFrom(unknowns, 0));
      unknownOf[0]!.forEach((unknown, cell) => {
        if (unknown >= 0) assert.ok(low[unknown]! <= truth[cell]! && truth[cell]! <= high[unknown]!);
      });
    }),
  );
});
