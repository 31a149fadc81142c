import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { determinedCells } from '../audit/determined-cells.ts';
import { PRIMES } from '../audit/prime-field.ts';
import { drawsFrom, CUBOIDS, HIERARCHIES, MEASURES } from '../fixtures/population.ts';
import { determinedBySpan } from '../fixtures/span-oracle.ts';
import { smallTable } from '../fixtures/small-table.ts';
import { randomStream } from '../secondary/random-stream.ts';
import { additiveEquations } from '../system/equations.ts';
import { linearSystems } from '../system/linear-system.ts';
import { numberCells } from '../table/joint-cells.ts';
import type { ReleaseShape } from '../table/raw-release.ts';
import { relationsOf } from '../table/relations.ts';
import { attackPattern } from './attack-pattern.ts';
import { publishedSystem } from './published-system.ts';

/** Hides each joint cell with some probability and compares three independent answers. */
function compare(shape: ReleaseShape, measure: number, hide: () => boolean): void {
  const cells = numberCells(shape);
  const hidden = Uint8Array.from({ length: cells.count }, () => (hide() ? 1 : 0));
  const adds = shape.measures[measure]!.additiveOver;
  const isHidden = (cuboid: number, cell: number): boolean => hidden[cells.of[cuboid]![cell]!] === 1;
  const expected = determinedBySpan(shape, adds, isHidden);

  const { rows, unknowns, unknownOf } = publishedSystem(shape, adds, (cuboid, cell) =>
    isHidden(cuboid, cell) ? null : 0,
  );
  const attack = attackPattern(rows, unknowns);
  const equations = additiveEquations(shape, shape.hierarchies.map(relationsOf), cells, (h) => adds[h]!);
  const systems = linearSystems([shape.measures[measure]!], equations, equations);
  for (const prime of PRIMES) {
    const found = new Set(
      determinedCells(systems, equations, hidden, prime, randomStream(new Uint8Array(32))),
    );
    shape.cuboids.forEach((_, cuboid) => {
      cells.of[cuboid]!.forEach((id, cell) => {
        if (!hidden[id]) return;
        const name = `${cuboid} ${cell}`;
        assert.equal(found.has(id), expected.has(name), `elimination, ${name}`);
        assert.equal(
          attack.determined[unknownOf[cuboid]![cell]!] === 1,
          expected.has(name),
          `attack, ${name}`,
        );
      });
    });
  }
}

test('three-way tables: both eliminations find exactly what rational arithmetic finds', () => {
  const shape = smallTable([3, 3, 2], new Array<number>(18).fill(1));
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (seed, share) => {
      const draw = drawsFrom(seed);
      compare(shape, 0, () => draw() < share);
    }),
    { numRuns: 60 },
  );
});

test('linked cuboids, both kinds of additivity: the same', () => {
  const shape = {
    hierarchies: HIERARCHIES,
    measures: MEASURES,
    cuboids: [CUBOIDS[1]!, { dimensions: [0, 2, 4], depth: [1, 1, 1] }],
  };
  fc.assert(
    fc.property(
      fc.integer(),
      fc.double({ min: 0.2, max: 0.8, noNaN: true }),
      fc.constantFrom(0, 1),
      (seed, share, measure) => {
        const draw = drawsFrom(seed);
        compare(shape, measure, () => draw() < share);
      },
    ),
    { numRuns: 15 },
  );
});

test('recovers the number of what it determines', () => {
  // 20 = 12 + 5 + a, and 9 = a + b.
  const attack = attackPattern(
    [
      { unknowns: [0], signs: [-1], total: -3 },
      { unknowns: [0, 1], signs: [-1, -1], total: -9 },
      { unknowns: [2, 3], signs: [1, -1], total: 0 },
    ],
    4,
  );
  assert.deepEqual([...attack.determined], [1, 1, 0, 0]);
  assert.deepEqual([...attack.solutions[0].slice(0, 2)], [3, 6]);
});

test('refuses published numbers that contradict each other, or are not whole', () => {
  const one = { unknowns: [0], signs: [1 as const] };
  assert.throws(
    () =>
      attackPattern(
        [
          { ...one, total: 1 },
          { ...one, total: 2 },
        ],
        1,
      ),
    /contradict/,
  );
  assert.throws(() => attackPattern([{ ...one, total: 1.5 }], 1), /whole numbers/);
});
