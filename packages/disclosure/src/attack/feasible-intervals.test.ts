import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { possibleNumbers } from '../fixtures/solutions-oracle.ts';
import { smallTable } from '../fixtures/small-table.ts';
import { type FeasibleIntervals, feasibleIntervals, type Left } from './feasible-intervals.ts';
import { loadSolver } from './linear-program.ts';
import { boundedFrom, narrowBounds } from './narrow-bounds.ts';
import { type PublishedRow, publishedSystem } from './published-system.ts';
import { startMeter, type WorkLimit } from './work-limit.ts';

const solver = await loadSolver();

const equation = (total: number, terms: Record<number, 1 | -1>): PublishedRow => ({
  unknowns: Object.keys(terms).map(Number),
  signs: Object.values(terms),
  total,
});

function ask(
  rows: readonly PublishedRow[],
  unknowns: number,
  { least = 0, possibilities = 3, limit = {} as WorkLimit } = {},
): FeasibleIntervals {
  const question = {
    rows,
    start: boundedFrom(unknowns, least),
    examine: Array.from({ length: unknowns }, (_, unknown) => unknown),
    possibilities,
  };
  return feasibleIntervals(solver, question, startMeter(limit));
}

const numbers = ({ left }: FeasibleIntervals): Left[] => [...left.values()];

interface SmallCase {
  readonly sizes: readonly number[];
  readonly inner: readonly number[];
  readonly hidden: ReadonlySet<number>;
  readonly bound: number;
}

/** Small tables in which some cells are hidden, but never the grand total. */
function smallCases(...sizes: number[]): fc.Arbitrary<SmallCase> {
  const leaves = sizes.reduce((product, size) => product * size, 1);
  const cells = sizes.reduce((product, size) => product * (size + 1), 1);
  return fc
    .record({
      bound: fc.constantFrom(0, 1),
      inner: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: leaves, maxLength: leaves }),
      hide: fc.array(fc.integer({ min: 1, max: cells - 1 }), { minLength: 2, maxLength: 7 }),
    })
    .map(({ bound, inner, hide }) => {
      const truth = smallTable(sizes, inner).cuboids[0]!.values[0]!;
      return { sizes, inner, bound, hidden: new Set(hide.filter((cell) => truth[cell]! >= bound)) };
    });
}

/** The answer for every hidden cell, with the possible numbers found by trying. */
function compare({ sizes, inner, hidden, bound }: SmallCase, possibilities: number) {
  const release = smallTable(sizes, inner);
  const truth = release.cuboids[0]!.values[0]!;
  const { rows, unknowns, unknownOf } = publishedSystem(
    release,
    sizes.map(() => true),
    (_, cell) => (hidden.has(cell) ? null : truth[cell]!),
  );
  const { left, proved } = ask(rows, unknowns, { least: bound, possibilities });
  return [...possibleNumbers(sizes, inner, hidden, bound)].map(([cell, possible]) => {
    const unknown = unknownOf[0]![cell]!;
    return { left: left.get(unknown)!, low: proved.low[unknown]!, high: proved.high[unknown]!, possible };
  });
}

test('two-way tables: exactly as many whole numbers as there are', () => {
  // Their matrices are totally unimodular: linear programs end at whole numbers (Hoffman and Kruskal 1956).
  fc.assert(
    fc.property(smallCases(3, 3), fc.constantFrom(2, 3, 5), (small, possibilities) => {
      for (const { left, possible } of compare(small, possibilities)) {
        assert.equal(left, Math.min(possible.size, possibilities));
      }
    }),
    { numRuns: 300 },
  );
});

test('three-way tables: never fewer than there are, and what is proved holds all of them', () => {
  fc.assert(
    fc.property(smallCases(2, 3, 2), (small) => {
      for (const { left, low, high, possible } of compare(small, 3)) {
        assert.ok(left !== 'undecided' && left >= Math.min(possible.size, 3));
        for (const number of possible) assert.ok(low <= number && number <= high);
        if (left < 3) assert.equal(left, high - low + 1);
      }
    }),
    { numRuns: 300 },
  );
});

test('finds what neither elimination nor propagation finds', () => {
  const inner = [2, 7, 7, 1, 1, 6, 1, 2, 1];
  const hidden = new Set([1, 3, 5, 7, 8, 9, 10, 12, 13, 14, 15]);
  const small = { sizes: [3, 3], inner, hidden, bound: 1 };
  const release = smallTable(small.sizes, inner);
  const truth = release.cuboids[0]!.values[0]!;
  const { rows, unknowns } = publishedSystem(release, [true, true], (_, cell) =>
    hidden.has(cell) ? null : truth[cell]!,
  );
  const { low, high } = narrowBounds(rows, boundedFrom(unknowns, 1));
  assert.ok(low.every((least, unknown) => least < high[unknown]!));
  const found = compare(small, 3);
  assert.equal(found.filter(({ left }) => left === 1).length, 3);
  for (const { left, possible } of found) assert.equal(left, Math.min(3, possible.size));
});

/** Pairs of x, y, z add up to 1 at most, so their sum w is 1.5 at most, and 1 when all are whole. */
const triangle = (x: number, y: number, z: number, w: number, slack: number): PublishedRow[] => [
  equation(1, { [x]: 1, [y]: 1, [slack]: 1 }),
  equation(1, { [y]: 1, [z]: 1, [slack + 1]: 1 }),
  equation(1, { [x]: 1, [z]: 1, [slack + 2]: 1 }),
  equation(0, { [w]: 1, [x]: -1, [y]: -1, [z]: -1 }),
];

test('rounds to whole numbers, and puts what is rounded back in', () => {
  const one = ask(triangle(0, 1, 2, 3, 4), 7);
  assert.equal(one.left.get(3), 2);
  // The sum of two such sums is 3 at most with fractions, and 2 without.
  const two = [
    ...triangle(0, 1, 2, 3, 4),
    ...triangle(7, 8, 9, 10, 11),
    equation(0, { 14: 1, 3: -1, 10: -1 }),
  ];
  assert.equal(ask(two, 15, { possibilities: 4 }).left.get(14), 3);
});

test('an unknown without an equation, or without an end, has every number', () => {
  assert.deepEqual(numbers(ask([equation(0, { 0: 1, 1: -1 })], 3)), [3, 3, 3]);
});

test('one program serves many: a square of four hidden cells needs no more than two', () => {
  const rows = [equation(20, { 0: 1, 1: 1 }), equation(20, { 2: 1, 3: 1 }), equation(20, { 0: 1, 2: 1 })];
  const meter = startMeter({});
  const question = { rows, start: boundedFrom(4, 1), examine: [0, 1, 2, 3], possibilities: 3 };
  const { left } = feasibleIntervals(solver, question, meter);
  assert.deepEqual([...left.values()], [3, 3, 3, 3]);
  assert.ok(meter.programs <= 4, `${meter.programs} programs`);
});

test('what the work limit leaves open is undecided, never safe', () => {
  const rows = [equation(20, { 0: 1, 1: 1 }), equation(2, { 2: 1, 3: 1 })];
  const none = ask(rows, 4, { least: 1, limit: { programs: 0 } });
  assert.deepEqual(numbers(none), ['undecided', 'undecided', 1, 1], 'propagation needs no program');
  let time = 0;
  const late = ask(rows, 4, { least: 1, limit: { seconds: 1, clock: () => (time += 600) } });
  assert.deepEqual(numbers(late), ['undecided', 'undecided', 1, 1]);
  assert.throws(() => startMeter({ seconds: 1 }), /needs a clock/);
});

test('refuses numbers that no table has', () => {
  const refused = { name: 'RangeError', message: /contradict/ };
  const pairs = [equation(10, { 0: 1, 1: 1 }), equation(12, { 1: 1, 2: 1 }), equation(14, { 0: 1, 2: 1 })];
  assert.deepEqual(numbers(ask(pairs, 3)), [1, 1, 1], 'they are 6, 4 and 8');
  assert.throws(() => ask(pairs, 3, { least: 5 }), refused, 'propagation sees it');
  assert.throws(() => ask([...triangle(0, 1, 2, 3, 4), equation(2, { 0: 1, 1: 1, 2: 1 })], 7), refused);
  const half = [equation(1, { 0: 1, 1: 1 }), equation(1, { 1: 1, 2: 1 }), equation(1, { 0: 1, 2: 1 })];
  assert.throws(() => ask(half, 3), refused, 'one half each is no whole number');
});
