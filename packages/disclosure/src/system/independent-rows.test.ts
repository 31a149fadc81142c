import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { determinedCells } from '../audit/determined-cells.ts';
import { PRIMES } from '../audit/prime-field.ts';
import { CUBOIDS, drawsFrom, HIERARCHIES, MEASURES } from '../fixtures/population.ts';
import { determinedBySpan } from '../fixtures/span-oracle.ts';
import { treeHierarchy } from '../fixtures/hierarchies.ts';
import { randomStream } from '../secondary/random-stream.ts';
import type { Hierarchy } from '../table/hierarchy.ts';
import { numberCells } from '../table/joint-cells.ts';
import type { CuboidShape, RawMeasure, ReleaseShape } from '../table/raw-release.ts';
import { relationsOf } from '../table/relations.ts';
import { additiveEquations, type Equations } from './equations.ts';
import { type LinearSystem, linearSystems } from './linear-system.ts';

const random = () => randomStream(new Uint8Array(32));

function systemsOf(shape: ReleaseShape): { equations: Equations; systems: LinearSystem[]; cells: number } {
  const cells = numberCells(shape);
  const additive = shape.hierarchies.map((_, hierarchy) =>
    shape.measures.some(({ kind, additiveOver }) => kind !== 'public' && additiveOver[hierarchy]),
  );
  const equations = additiveEquations(
    shape,
    shape.hierarchies.map(relationsOf),
    cells,
    (hierarchy) => additive[hierarchy]!,
  );
  return { equations, systems: linearSystems(shape.measures, equations, equations), cells: cells.count };
}

/** Two groupings of four members: 1 and 2 by pairs, 3 and 4 crosswise. */
const overlapping: Hierarchy = {
  ...treeHierarchy('place', [1, 1, 1, 1]),
  sums: [
    { parent: 0, children: [1, 2] },
    { parent: 0, children: [3, 4] },
    { parent: 1, children: [5, 6] },
    { parent: 2, children: [7, 8] },
    { parent: 3, children: [5, 7] },
    { parent: 4, children: [6, 8] },
  ],
};

const cuboids: fc.Arbitrary<CuboidShape[]> = fc.uniqueArray(
  fc.constantFrom<CuboidShape>(
    ...CUBOIDS,
    { dimensions: [0, 1], depth: [2, 1] },
    { dimensions: [2, 1], depth: [2, 1] },
    { dimensions: [0, 2, 4], depth: [1, 2, 1] },
    { dimensions: [4, 2], depth: [1, 1], at: [1, 0, 0, 0, 0] },
  ),
  { minLength: 1, maxLength: 4 },
);

/** Hides cells at random: any pattern will do, safe or not. */
function pattern(cells: number, seed: number, share: number): Uint8Array {
  const draw = drawsFrom(seed);
  return Uint8Array.from({ length: cells }, () => (draw() < share ? 1 : 0));
}

test('any linked cuboids: the rows that are kept determine what all rows do', () => {
  fc.assert(
    fc.property(
      cuboids,
      fc.integer(),
      fc.double({ min: 0.02, max: 0.6, noNaN: true }),
      (shapes, seed, share) => {
        const { equations, systems, cells } = systemsOf({
          hierarchies: [overlapping, ...HIERARCHIES.slice(1)],
          measures: MEASURES,
          cuboids: shapes.map((cuboid) => ({
            ...cuboid,
            at: cuboid.at?.map((node) => Math.min(node, 1)) ?? [],
          })),
        });
        const hidden = pattern(cells, seed, share);
        for (const system of systems) {
          const by = (independent: Int32Array): number[] =>
            determinedCells([{ ...system, independent }], equations, hidden, PRIMES[0], random());
          assert.deepEqual(by(system.independent), by(system.rows));
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('they determine what the definition says', () => {
  const measures: RawMeasure[] = [{ id: 'persons', kind: 'persons', additiveOver: [true, true, true] }];
  const shape = {
    hierarchies: [treeHierarchy('a', [2, 1]), treeHierarchy('b', [2]), treeHierarchy('c', [1, 2])],
    measures,
    cuboids: [
      { dimensions: [0, 1], depth: [2, 2] },
      { dimensions: [1, 2], depth: [1, 2] },
    ],
  };
  const { equations, systems } = systemsOf(shape);
  const cells = numberCells(shape);
  let found = 0;
  for (let seed = 0; seed < 60; seed++) {
    const hidden = pattern(cells.count, seed, 0.3);
    const determined = determinedCells(systems, equations, hidden, PRIMES[1], random());
    const expected = determinedBySpan(
      shape,
      [true, true, true],
      (cuboid, cell) => hidden[cells.of[cuboid]![cell]!] === 1,
    );
    const names = new Set(
      cells.of.flatMap((ids, cuboid) =>
        [...ids].flatMap((id, cell) => (determined.includes(id) ? [`${cuboid} ${cell}`] : [])),
      ),
    );
    assert.deepEqual(names, expected);
    found += names.size;
  }
  assert.ok(found > 100, 'there must be something to determine');
});

test('in a full table one row is kept for each sum, along the shortest', () => {
  const { equations, systems, cells } = systemsOf({
    hierarchies: [treeHierarchy('a', [1, 1, 1, 1]), treeHierarchy('b', [1, 1])].map((tree) => ({
      ...tree,
      parent: tree.parent.slice(0, tree.nodesTo[1]),
      depth: tree.depth.slice(0, tree.nodesTo[1]),
      nodesTo: tree.nodesTo.slice(0, 2),
    })),
    measures: [{ id: 'persons', kind: 'persons', additiveOver: [true, true] }],
    cuboids: [{ dimensions: [0, 1], depth: [1, 1] }],
  });
  assert.equal(cells, 5 * 3);
  assert.deepEqual([equations.rows, systems[0]!.independent.length], [3 + 5, cells - 4 * 2]);
  assert.deepEqual(
    [...systems[0]!.independent].map((row) => equations.along[row]),
    [0, 0, 1, 1, 1, 1, 1],
  );
});
