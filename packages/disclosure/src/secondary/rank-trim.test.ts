import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { determinedCells } from '../audit/determined-cells.ts';
import { PRIMES } from '../audit/prime-field.ts';
import { flatHierarchy, treeHierarchy } from '../fixtures/hierarchies.ts';
import { drawsFrom } from '../fixtures/population.ts';
import { additiveEquations } from '../system/equations.ts';
import { linearSystems } from '../system/linear-system.ts';
import { numberCells } from '../table/joint-cells.ts';
import type { RawMeasure } from '../table/raw-release.ts';
import { relationsOf } from '../table/relations.ts';
import { rankTrim, type TrimTask } from './rank-trim.ts';
import { randomStream } from './random-stream.ts';

const hierarchies = [treeHierarchy('place', [2, 3]), flatHierarchy('age', 4), flatHierarchy('sex', 2)];
const cuboids = [
  { dimensions: [0, 1], depth: [2, 1] },
  { dimensions: [0, 2], depth: [2, 1] },
];
const persons: RawMeasure = { id: 'persons', kind: 'persons', additiveOver: [true, true, true] };
/** Adds over places alone: another system, with fewer rows. */
const visitors: RawMeasure = { id: 'visitors', kind: 'events', additiveOver: [true, false, false] };

interface Scene extends TrimTask {
  readonly determined: (hidden: Uint8Array) => number[];
}

/** A pattern in which nothing is determined, for some primary cells: everything determined is taken out of them. */
function scene(measures: readonly RawMeasure[], seed: number, share: number): Scene {
  const shape = { hierarchies, measures, cuboids };
  const cells = numberCells(shape);
  const equations = additiveEquations(shape, hierarchies.map(relationsOf), cells, () => true);
  const systems = linearSystems(measures, equations, equations);
  const determined = (hidden: Uint8Array): number[] =>
    determinedCells(systems, equations, hidden, PRIMES[1], randomStream(new Uint8Array(32).fill(9)));
  const draw = drawsFrom(seed);
  const hidden = Uint8Array.from({ length: cells.count }, () => (draw() < share ? 1 : 0));
  for (let known = determined(hidden); known.length > 0; known = determined(hidden))
    for (const cell of known) hidden[cell] = 0;
  return {
    systems,
    equations,
    determined,
    pattern: { hidden, cost: Float64Array.from(hidden, () => 1 + draw()) },
    kept: hidden.map((is) => (is === 1 && draw() < 0.3 ? 1 : 0)),
    prime: PRIMES[0],
    random: randomStream(new Uint8Array(32).fill(1)),
    work: Infinity,
  };
}

const anySeed = fc.integer();
const anyShare = fc.double({ min: 0.2, max: 0.9, noNaN: true });

test('publishes what it can: nothing is determined, and one cell more would determine a cell to be kept', () => {
  let published = 0;
  fc.assert(
    fc.property(anySeed, anyShare, (seed, share) => {
      const task = scene([persons], seed, share);
      const { pattern, kept } = task;
      const before = pattern.hidden.slice();
      const count = rankTrim(task);
      published += count;
      assert.equal(before.filter((is, cell) => is !== pattern.hidden[cell]).length, count);
      assert.ok(kept.every((is, cell) => is === 0 || pattern.hidden[cell] === 1));
      assert.ok(
        pattern.hidden.every((is, cell) => is === 0 || before[cell] === 1),
        'nothing more is hidden',
      );
      assert.deepEqual(task.determined(pattern.hidden), []);
      pattern.hidden.forEach((is, cell) => {
        if (is === 0 || kept[cell] === 1) return;
        const known = task.determined(pattern.hidden.with(cell, 0));
        assert.ok(
          known.some((other) => kept[other] === 1),
          'it could have been published',
        );
      });
    }),
    { numRuns: 60 },
  );
  assert.ok(published > 100, 'there must be something to publish');
});

test('with several systems nothing is determined in any', () => {
  let published = 0;
  fc.assert(
    fc.property(anySeed, anyShare, (seed, share) => {
      const task = scene([persons, visitors], seed, share);
      assert.equal(task.systems.length, 2);
      published += rankTrim(task);
      assert.deepEqual(task.determined(task.pattern.hidden), []);
      assert.ok(task.kept.every((is, cell) => is === 0 || task.pattern.hidden[cell] === 1));
    }),
    { numRuns: 100 },
  );
  assert.ok(published > 100, 'there must be something to publish');
});

test('the costliest cell goes first, and the work that is allowed bounds what is published', () => {
  const task = scene([persons], 4, 0.8);
  const few = scene([persons], 4, 0.8);
  const none = rankTrim({ ...few, work: 0 });
  assert.equal(none, 0);
  const order = task.pattern.cost;
  order.set(order.map((_, cell) => cell + 1));
  const before = task.pattern.hidden.slice();
  assert.ok(rankTrim(task) > 0);
  const dearest = before.findLastIndex(
    (is, cell) =>
      is === 1 &&
      task.kept[cell] === 0 &&
      !task.determined(before.with(cell, 0)).some((other) => task.kept[other] === 1),
  );
  assert.equal(task.pattern.hidden[dearest], 0);
});
