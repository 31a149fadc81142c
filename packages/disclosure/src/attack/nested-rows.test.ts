import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { flatHierarchy } from '../fixtures/hierarchies.ts';
import { drawRelease, drawsFrom } from '../fixtures/population.ts';
import type { ReleaseShape } from '../table/raw-release.ts';
import { nestedRows } from './nested-rows.ts';
import { publishedSystem } from './published-system.ts';

const adds = (persons: boolean, events: boolean): ReleaseShape => ({
  hierarchies: [flatHierarchy('quarter', 2)],
  measures: [
    { id: 'persons', kind: 'persons', additiveOver: [persons] },
    { id: 'contacts', kind: 'events', additiveOver: [events] },
  ],
  cuboids: [{ dimensions: [0], depth: [1] }],
});

/** A year of 20 persons with a hidden quarter and one of 12. */
function nested(shape: ReleaseShape) {
  const published = [20, null, 12];
  const system = publishedSystem(shape, shape.measures[0]!.additiveOver, (_, cell) => published[cell]!);
  return nestedRows(shape, 0, system);
}

test('a parent has at least as many as each child', () => {
  // hidden = 20 − slack
  assert.deepEqual(nested(adds(false, false)), {
    rows: [{ unknowns: [0, 1], signs: [-1, -1], total: -20 }],
    unknowns: 2,
  });
});

test('and at most as many as all, where everybody is in some child', () => {
  // hidden + 12 − slack = 20
  assert.deepEqual(nested(adds(false, true)), {
    rows: [
      { unknowns: [0, 1], signs: [-1, -1], total: -20 },
      { unknowns: [0, 2], signs: [1, -1], total: 8 },
    ],
    unknowns: 3,
  });
});

test('nothing is written down where persons add up', () => {
  assert.deepEqual(nested(adds(true, true)), { rows: [], unknowns: 1 });
});

test('any population obeys them', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 200 }), (seed, persons) => {
      const release = drawRelease(seed, persons);
      const draw = drawsFrom(seed);
      const truth = new Map<number, number>();
      const values = release.cuboids.map((cuboid) => cuboid.values[0]!);
      const hidden = values.map((column) => Array.from(column, () => draw() < 0.4));
      // A cell that two cuboids show must be hidden in both: it is published where either shows it.
      const system = publishedSystem(release, release.measures[0]!.additiveOver, (cuboid, cell) =>
        hidden[cuboid]![cell] ? null : values[cuboid]![cell]!,
      );
      system.unknownOf.forEach((unknowns, cuboid) =>
        unknowns.forEach((unknown, cell) => truth.set(unknown, values[cuboid]![cell]!)),
      );
      const nested = nestedRows(release, 0, system);
      assert.ok(nested.rows.length > 0);
      for (const { unknowns, signs, total } of nested.rows) {
        const slack = unknowns
          .slice(0, -1)
          .reduce((sum, unknown, at) => sum + signs[at]! * truth.get(unknown)!, 0);
        assert.ok(slack - total >= 0);
      }
    }),
    { numRuns: 30 },
  );
});
