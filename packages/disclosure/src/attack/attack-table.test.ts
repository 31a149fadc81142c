import assert from 'node:assert/strict';
import { test } from 'node:test';
import { treeHierarchy } from '../fixtures/hierarchies.ts';
import { cellAt, smallTable } from '../fixtures/small-table.ts';
import type { RawRelease } from '../table/raw-release.ts';
import { attackTable, type TableAttack, type TableAttackOptions } from './attack-table.ts';

const sizes = [2, 2];
const square = [cellAt(sizes, 1, 1), cellAt(sizes, 1, 2), cellAt(sizes, 2, 1), cellAt(sizes, 2, 2)];

/** Attacks a table with some cells hidden, of which those below 5 are primary. */
function attack(
  release: RawRelease,
  hidden: readonly number[],
  options: Partial<TableAttackOptions> = {},
): Promise<TableAttack> {
  const truth = release.cuboids[0]!.values[0]!;
  return attackTable(
    release,
    (cell) => (hidden.includes(cell) ? null : truth[cell]!),
    (cell) => hidden.includes(cell) && truth[cell]! < 5,
    { bound: 1, ...options },
  );
}

const found = async (...given: Parameters<typeof attack>): Promise<number[]> => {
  const { determined, exact, narrow, undecided } = await attack(...given);
  return [determined, exact, narrow, undecided];
};

test('a square of which each side leaves room', async () => {
  assert.deepEqual(await found(smallTable(sizes, [3, 20, 14, 30]), square), [0, 0, 0, 0]);
});

test('small patterns that are rank-safe and give cells away all the same', async () => {
  // Two cells that add up to 2, of at least 1 each.
  assert.deepEqual(await found(smallTable(sizes, [1, 1, 20, 30]), square), [0, 2, 2, 0]);
  // And 3: each is 1 or 2. Where zeros are protected it may be 0 to 3.
  const three = smallTable(sizes, [1, 2, 20, 30]);
  assert.deepEqual(await found(three, square), [0, 0, 2, 0]);
  assert.deepEqual(await found(three, square, { bound: 0 }), [0, 0, 0, 0]);
  assert.deepEqual(await found(three, square, { bound: 0, possibilities: 5 }), [0, 0, 2, 0]);
  // Three of them need the whole table; enumeration confirms them in the test of the intervals.
  const hidden = [1, 3, 5, 7, 8, 9, 10, 12, 13, 14, 15];
  const nine = await attack(smallTable([3, 3], [2, 7, 7, 1, 1, 6, 1, 2, 1]), hidden);
  assert.deepEqual([nine.determined, nine.exact >= 1, nine.narrow >= nine.exact], [0, true, true]);
});

test('a region hidden to protect a municipality leaves what the country and the rest tell', async () => {
  // Country 61: regions 42 and 19; 42 = 25 + 14 + 3; 19 = 1 + 18. Hidden: 42, 19, 3 and 1; 3 + 1 = 4 is known.
  const release: RawRelease = {
    hierarchies: [treeHierarchy('residence', [3, 2])],
    measures: [{ id: 'persons', kind: 'persons', additiveOver: [true] }],
    cuboids: [{ dimensions: [0], depth: [2], values: [Float64Array.of(61, 42, 19, 25, 14, 3, 1, 18)] }],
  };
  const hidden = [1, 2, 5, 6];
  assert.deepEqual(await found(release, hidden), [0, 0, 0, 0], 'each is 1, 2 or 3');
  assert.deepEqual(await found(release, hidden, { possibilities: 4 }), [0, 0, 2, 0]);
  const contributors = { truth: (cell: number) => release.cuboids[0]!.values[0]![cell]! };
  const known = await attack(release, hidden, { contributors });
  assert.deepEqual(known.contributors, { persons: 1, examined: 1, successful: 1, exact: 1, narrow: 1 });
});

test('published and determined primary cells count in every figure, secondary ones in their own', async () => {
  const values = smallTable([4], [3, 20, 4, 30]).cuboids[0]!.values[0]!;
  const { determined, exact, narrow } = await attackTable(
    smallTable([4], [3, 20, 4, 30]),
    (cell) => (cell === 1 ? null : values[cell]!),
    (cell) => values[cell]! < 5,
    { bound: 1 },
  );
  assert.deepEqual([determined, exact, narrow], [2, 2, 2]);
  const wasteful = await attack(smallTable(sizes, [3, 20, 14, 30]), [square[1]!]);
  assert.deepEqual([wasteful.determined, wasteful.determinedSecondary, wasteful.hidden], [0, 1, 1]);
});

test('who can tell primary cells, can tell secondary ones', async () => {
  // 4 + 4 = 8: two cells below 5 can only be 4 each.
  const ceiling = smallTable(sizes, [4, 4, 20, 30]);
  assert.deepEqual(await found(ceiling, square), [0, 0, 0, 0]);
  assert.deepEqual(await found(ceiling, square, { knownPrimary: 5 }), [0, 2, 2, 0]);
  // 2 + 5 = 7: next to a cell of at least 5 there is room for 1 or 2.
  const floor = smallTable(sizes, [2, 5, 20, 30]);
  assert.deepEqual(await found(floor, square), [0, 0, 0, 0]);
  assert.deepEqual(await found(floor, square, { knownPrimary: 5 }), [0, 0, 1, 0]);
});

test('somebody who is alone in a cell knows it, and its marginals of 1, and nothing else of his own counts', async () => {
  const truths = (release: RawRelease) => ({
    contributors: { truth: (cell: number) => release.cuboids[0]!.values[0]![cell]! },
  });
  // 1 + 4 = 5, 1 + 3 = 4: everybody else is left with three numbers, the person with one.
  const alone = smallTable(sizes, [1, 4, 3, 30]);
  const first = await attack(alone, square, truths(alone));
  assert.deepEqual(
    [first.narrow, first.contributors],
    [0, { persons: 1, examined: 1, successful: 1, exact: 2, narrow: 2 }],
  );

  // Of two such people one is tried; without programs left, nobody is done.
  const two = smallTable(sizes, [1, 6, 6, 1]);
  const { contributors } = await attack(two, square, {
    contributors: { ...truths(two).contributors, most: 1 },
  });
  assert.deepEqual(contributors, { persons: 2, examined: 1, successful: 1, exact: 1, narrow: 1 });

  // A row with one person alone, hidden with its marginal: the person knows both, and learns nothing of others.
  const row = [2, 3];
  const inner = [1, 0, 0, 8, 9, 7];
  const release = smallTable(row, inner);
  const hidden = [cellAt(row, 1, 1), cellAt(row, 1, 0), cellAt(row, 2, 1), cellAt(row, 2, 0)];
  const both = await attack(release, hidden, truths(release));
  assert.deepEqual(both.contributors, { persons: 1, examined: 1, successful: 0, exact: 0, narrow: 0 });
  assert.equal((await attack(alone, square)).contributors, undefined);
});

test('what the work limit leaves open is undecided, of people, too', async () => {
  const release = smallTable(sizes, [1, 4, 3, 30]);
  const truth = (cell: number): number => release.cuboids[0]!.values[0]![cell]!;
  const none = await attack(release, square, { programs: 0, contributors: { truth } });
  assert.deepEqual([none.undecided, none.narrow, none.programs], [3, 0, 0]);
});
