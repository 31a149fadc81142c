import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flatHierarchy } from '../fixtures/hierarchies.ts';
import { numberCells } from './joint-cells.ts';
import { protectedTables } from './protected-tables.ts';
import type { RawRelease } from './raw-release.ts';

const release: RawRelease = {
  hierarchies: [flatHierarchy('place', 2), flatHierarchy('sex', 1)],
  measures: [
    { id: 'persons', kind: 'persons', additiveOver: [true, true] },
    { id: 'costs', kind: 'sum', additiveOver: [true, true] },
    { id: 'population', kind: 'public', additiveOver: [true, true] },
  ],
  cuboids: [
    {
      dimensions: [0],
      depth: [1],
      values: [Float64Array.of(9, 2, 7), Float64Array.of(90, 20, 70), Float64Array.of(30, 10, 20)],
    },
    {
      dimensions: [1, 0],
      depth: [1, 1],
      values: [Float64Array.of(9, 2, 7, 9, 2, 7), new Float64Array(0), new Float64Array(0)],
    },
  ],
};

test('cuts cuboids out of a pattern: hidden everywhere but in what is public, and without measures not shown', () => {
  const cells = numberCells(release);
  const hidden = new Uint8Array(cells.count);
  for (const cell of [1, 2]) hidden[cells.of[0]![cell]!] = 1;
  const [first, second] = protectedTables(release, cells, hidden);
  assert.deepEqual(first!.shape, {
    dimensions: [{ id: 'place', size: 3 }],
    measures: ['persons', 'costs', 'population'],
  });
  const shown = (measure: number): unknown[] => [0, 1, 2].map((cell) => first!.value(measure, cell));
  assert.deepEqual(
    [shown(0), shown(1), shown(2)],
    [
      [9, null, null],
      [90, null, null],
      [30, 10, 20],
    ],
  );
  assert.deepEqual(second!.shape, {
    dimensions: [
      { id: 'sex', size: 2 },
      { id: 'place', size: 3 },
    ],
    measures: ['persons'],
  });
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5].map((cell) => second!.value(0, cell)),
    [9, null, null, 9, 2, 7],
  );
});

test('a table keeps its own numbers, whatever becomes of the release', () => {
  const cells = numberCells(release);
  const own = { ...release, cuboids: release.cuboids.map((cuboid) => structuredClone(cuboid)) };
  const [first] = protectedTables(own, cells, new Uint8Array(cells.count));
  for (const values of own.cuboids[0]!.values) values.fill(1);
  assert.deepEqual(
    [0, 1, 2].map((measure) => first!.value(measure, 0)),
    [9, 90, 30],
  );
});
