import assert from 'node:assert/strict';
import { test } from 'node:test';
import { treeHierarchy } from '../fixtures/hierarchies.ts';
import { drawRelease } from '../fixtures/population.ts';
import { cellAt, smallTable } from '../fixtures/small-table.ts';
import { additiveEquations } from '../system/equations.ts';
import { numberCells } from '../table/joint-cells.ts';
import type { ReleaseShape } from '../table/raw-release.ts';
import { relationsOf } from '../table/relations.ts';
import { determinedCells } from '../audit/determined-cells.ts';
import { PRIMES } from '../audit/prime-field.ts';
import { linearSystems } from '../system/linear-system.ts';
import { type PerturbationSearch, perturbationSearch } from './cheapest-perturbation.ts';
import { changedNodes, type Lattice, latticeOf } from './perturbation.ts';
import type { Pattern } from './pattern.ts';
import { randomStream } from './random-stream.ts';
import { pricesOf, repair } from './repair.ts';

const random = () => randomStream(new Uint8Array(32));
const nothing = {
  rows: 0,
  start: new Int32Array(1),
  cell: new Int32Array(0),
  along: new Uint8Array(0),
  crossing: new Int32Array(0),
};

function makeLattice(shape: ReleaseShape): Lattice {
  return latticeOf(shape, shape.hierarchies.map(relationsOf), numberCells(shape));
}

/** Cells the published ones determine when exactly the given cells are hidden, in all systems. */
function determined(lattice: Lattice, hidden: Uint8Array): number[] {
  const { shape, relations, cells, additive } = lattice;
  const equations = additiveEquations(shape, relations, cells, (h) => additive[h]!);
  return determinedCells(
    linearSystems(shape.measures, equations, equations),
    equations,
    hidden,
    PRIMES[0],
    random(),
  );
}

function searchIn(lattice: Lattice, pattern: Pattern): PerturbationSearch {
  return perturbationSearch(lattice, pricesOf(pattern, lattice.cells.count), random());
}

/** A pattern in which nothing is hidden yet; zeros cannot be. */
function open(values: Float64Array) {
  return {
    hidden: new Uint8Array(values.length),
    cost: values.map((value) => (value === 0 ? Infinity : Math.log2(1 + value))),
  };
}

test('nodes above exactly one of two leaves change; without a partner all above the leaf', () => {
  const relations = relationsOf(treeHierarchy('residence', [2, 2]));
  assert.deepEqual(changedNodes(relations, 3, 4).sort(), [3, 4], 'siblings: the region stays');
  assert.deepEqual(changedNodes(relations, 3, 5).sort(), [1, 2, 3, 5], 'regions change, the country stays');
  assert.deepEqual(changedNodes(relations, 3, -1).sort(), [0, 1, 3]);
});

test('takes the cheapest rectangle without a zero', () => {
  const sizes = [3, 3];
  const release = smallTable(sizes, [3, 90, 5, 800, 99, 900, 6, 70, 0]);
  const lattice = makeLattice(release);
  const search = searchIn(lattice, open(release.cuboids[0]!.values[0]!));
  const proof = search.cheapest(cellAt(sizes, 1, 1), false);
  // Rows 1 and 3 with columns 1 and 3 would be cheaper, but for the zero.
  const expected = [cellAt(sizes, 1, 1), cellAt(sizes, 1, 2), cellAt(sizes, 3, 1), cellAt(sizes, 3, 2)];
  assert.deepEqual(
    [...proof!.cells].sort((a, b) => a - b),
    expected,
  );
});

test('a perturbation frees its cells in every system, through all cuboids', () => {
  const release = drawRelease(4, 400);
  const lattice = makeLattice(release);
  const cost = new Float64Array(lattice.cells.count).fill(1);
  for (let cell = 0; cell < lattice.cells.count; cell += 7) {
    const search = searchIn(lattice, { hidden: new Uint8Array(lattice.cells.count), cost });
    for (const proof of [search.cheapest(cell, false), search.ownMarginals(cell)]) {
      if (!proof) continue;
      const hidden = new Uint8Array(lattice.cells.count);
      for (const changed of proof.cells) hidden[changed] = 1;
      assert.equal(hidden[cell], 1);
      assert.deepEqual(determined(lattice, hidden), []);
    }
  }
});

test('fails closed: where every rectangle runs through a zero, the own marginals are hidden', () => {
  const sizes = [2, 2];
  const release = smallTable(sizes, [7, 0, 0, 20]);
  const lattice = makeLattice(release);
  const pattern = open(release.cuboids[0]!.values[0]!);
  const target = cellAt(sizes, 1, 1);
  assert.equal(searchIn(lattice, pattern).cheapest(target, false), undefined);
  pattern.hidden[target] = 1;
  assert.deepEqual(determined(lattice, pattern.hidden), [target]);
  assert.ok(repair(lattice, nothing, pattern, [target], random()).length > 0);
  assert.deepEqual(determined(lattice, pattern.hidden), []);
  assert.ok(
    pattern.hidden.every((hidden, cell) => !hidden || pattern.cost[cell]! < Infinity),
    'no zero is hidden',
  );
});

test('fails closed: what cannot be freed stops the release', () => {
  const release = smallTable([2], [0, 0]);
  const lattice = makeLattice(release);
  const pattern = { hidden: Uint8Array.of(0, 1, 0), cost: new Float64Array(3).fill(Infinity) };
  assert.throws(() => repair(lattice, nothing, pattern, [1], random()), { name: 'ProtectionError' });
});
