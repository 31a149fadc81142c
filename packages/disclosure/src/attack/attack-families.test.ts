import assert from 'node:assert/strict';
import { test } from 'node:test';
import { treeHierarchy } from '../fixtures/hierarchies.ts';
import { cellAt, smallTable } from '../fixtures/small-table.ts';
import { protect } from '../protect.ts';
import type { RawRelease } from '../table/raw-release.ts';
import { attackTable } from './attack-table.ts';
import { publishedSystem } from './published-system.ts';

const options = {
  policy: { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' },
  seed: new Uint8Array(32),
} as const;

/** Attacks a table in which only the given cells are hidden, and the same table after protection. */
async function attack(
  release: RawRelease,
  target: number,
  alsoHidden: readonly number[] = [],
): Promise<{ naive: number; protected: number }> {
  const values = release.cuboids[0]!.values[0]!;
  const naive = await attackTable(
    release,
    (cell) => (cell === target || alsoHidden.includes(cell) ? null : values[cell]!),
    (cell) => cell === target,
    { bound: 0 },
  );
  const { tables } = protect(release, options);
  const afterwards = await attackTable(
    release,
    (cell) => tables[0]!.value(0, cell),
    (cell) => cell === target,
    { bound: 0 },
  );
  return { naive: naive.determined, protected: afterwards.determined };
}

const broken = { naive: 1, protected: 0 };

test('1: total minus the rest of the row', async () => {
  const release = smallTable([3], [12, 6, 2]);
  assert.deepEqual(await attack(release, 3), broken);
});

test('2: a hidden cell in each row, found by row and then by column', async () => {
  const sizes = [2, 2];
  const release = smallTable(sizes, [3, 20, 4, 30]);
  // Row 1 hides two cells; the second falls by its column, then the first by its row.
  assert.deepEqual(
    await attack(release, cellAt(sizes, 1, 1), [cellAt(sizes, 1, 2), cellAt(sizes, 2, 1)]),
    broken,
  );
});

test('3: the region minus its other municipalities, or the country minus the other regions', async () => {
  const hierarchy = treeHierarchy('residence', [3, 2]);
  const release: RawRelease = {
    hierarchies: [hierarchy],
    measures: [{ id: 'persons', kind: 'persons', additiveOver: [true] }],
    // Country 90, regions 40 and 50, municipalities 25, 12, 3 and 20, 30.
    cuboids: [{ dimensions: [0], depth: [2], values: [Float64Array.of(90, 40, 50, 25, 12, 3, 20, 30)] }],
  };
  assert.deepEqual(await attack(release, 5), broken);
  assert.deepEqual(await attack(release, 5, [1]), broken, 'hiding the region alone does not help');
});

test('4: a combination of equations, none of which has a single hidden cell', async () => {
  const sizes = [2, 3, 2];
  const release = smallTable(sizes, [3, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]);
  const hidden = [
    '000',
    '001',
    '020',
    '021',
    '101',
    '102',
    '110',
    '111',
    '120',
    '122',
    '200',
    '202',
    '210',
    '211',
    '221',
    '222',
  ].map((nodes) => cellAt(sizes, ...[...nodes].map(Number)));
  const { rows } = publishedSystem(release, [true, true, true], (_, cell) =>
    hidden.includes(cell) ? null : 0,
  );
  assert.ok(rows.every(({ unknowns }) => unknowns.length > 1));
  assert.deepEqual(await attack(release, cellAt(sizes, 1, 1, 1), hidden), broken);
});
