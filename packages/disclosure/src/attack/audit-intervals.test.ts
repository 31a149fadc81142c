import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flatHierarchy } from '../fixtures/hierarchies.ts';
import { cellAt, smallTable } from '../fixtures/small-table.ts';
import { makeProtectedTable, type ProtectedTable, SUPPRESSED } from '../table/protected-table.ts';
import type { RawRelease } from '../table/raw-release.ts';
import { auditIntervals } from './audit-intervals.ts';

/** Publishes every cuboid with the given cells hidden, all measures alike. */
function publish(release: RawRelease, hidden: readonly (readonly number[])[]): ProtectedTable[] {
  return release.cuboids.map(({ dimensions, values }, position) =>
    makeProtectedTable(
      {
        dimensions: dimensions.map((h) => ({
          id: release.hierarchies[h]!.id,
          size: release.hierarchies[h]!.parent.length,
        })),
        measures: release.measures.map(({ id }) => id),
      },
      values.map((truth) => ({
        value: truth.map((value, cell) => (hidden[position]!.includes(cell) ? 0 : value)),
        status: Uint8Array.from(truth, (_, cell) => (hidden[position]!.includes(cell) ? SUPPRESSED : 0)),
      })),
    ),
  );
}

const rule = { threshold: 5, bound: 1 };
const sizes = [2, 2];
const square = [cellAt(sizes, 1, 1), cellAt(sizes, 1, 2), cellAt(sizes, 2, 1), cellAt(sizes, 2, 2)];

test('counts what is exact, narrow, or large and harmless', async () => {
  const clean = { hidden: 4, examined: 4, exact: 0, narrow: 0, large: 0, undecided: 0 };
  const audit = async (inner: readonly number[]) => {
    const release = smallTable(sizes, inner);
    const { programs, ...found } = await auditIntervals(release, publish(release, [square]), rule);
    assert.ok(programs <= 8);
    return found;
  };
  assert.deepEqual(await audit([3, 20, 14, 30]), clean);
  // The row of 1 and 2 leaves 1 or 2 to each; below them only two numbers are left, too, but large ones.
  assert.deepEqual(await audit([1, 2, 20, 30]), { ...clean, narrow: 2, large: 2 });
  assert.deepEqual(await audit([1, 1, 20, 30]), { ...clean, exact: 2, narrow: 2, large: 2 });
});

test('examines primary cells alone, or a sample, where that is asked for', async () => {
  const release = smallTable(sizes, [1, 2, 20, 30]);
  const tables = publish(release, [square]);
  const isPrimary = (_: number, cell: number): boolean => cell === square[0];
  const { examined, narrow } = await auditIntervals(release, tables, { ...rule, isPrimary });
  assert.deepEqual([examined, narrow], [1, 1]);
  assert.equal((await auditIntervals(release, tables, { ...rule, most: 2 })).examined, 2);
  const { undecided } = await auditIntervals(
    smallTable(sizes, [9, 9, 9, 9]),
    publish(smallTable(sizes, [9, 9, 9, 9]), [square]),
    {
      ...rule,
      programs: 0,
    },
  );
  assert.equal(undecided, 4);
});

test('takes cuboids together: each alone leaves enough, both do not', async () => {
  const table = smallTable([2, 2, 2], [1, 9, 9, 9, 9, 9, 9, 9]);
  const [x, y, z] = table.hierarchies;
  const face = (dimensions: number[], values: number[]) => ({
    dimensions,
    depth: [1, 1],
    values: [Float64Array.from(values)],
  });
  // x by y and x by z. The row x = 1 is 4 + 6 by y and 3 + 7 by z; its total is hidden in both.
  const release: RawRelease = {
    hierarchies: [x!, y!, z!],
    measures: table.measures,
    cuboids: [
      face([0, 1], [30, 15, 15, 10, 4, 6, 20, 11, 9]),
      face([0, 2], [30, 17, 13, 10, 3, 7, 20, 14, 6]),
    ],
  };
  // The first hides 4 and 11; and 10, 20. The second hides the same totals only, so 3 + 7 gives them away.
  const tables = publish(release, [
    [3, 4, 6, 7],
    [3, 6],
  ]);
  const alone = { ...release, cuboids: [release.cuboids[0]!] };
  assert.equal((await auditIntervals(alone, [tables[0]!], rule)).narrow, 0);
  const { exact, large } = await auditIntervals(release, tables, rule);
  assert.deepEqual([exact, large], [1, 3]);
});

test('uses that persons with the narrower code are among those with the wider', async () => {
  // 6 men; with the disease hidden 3 men and 40 women, of 43. So there can be 1 to 6 men with it; of 2 men, 1 or 2.
  const release = (men: number): RawRelease => ({
    hierarchies: [flatHierarchy('disease', 1), flatHierarchy('sex', 2)],
    measures: [{ id: 'persons', kind: 'persons', additiveOver: [false, true] }],
    cuboids: [{ dimensions: [0, 1], depth: [1, 1], values: [Float64Array.of(60 + men, men, 60, 42, 2, 40)] }],
  });
  const narrow = async (men: number): Promise<number> =>
    (await auditIntervals(release(men), publish(release(men), [[4, 5]]), rule)).narrow;
  assert.deepEqual([await narrow(6), await narrow(2)], [0, 1]);
});

test('programs of inequalities find what their propagation does not', async () => {
  // As many persons in the first quarter as in the year: the same ones, so that the 3 of the first kind,
  // published for the year, are those of the quarter.
  const release: RawRelease = {
    hierarchies: [flatHierarchy('quarter', 2), flatHierarchy('kind', 3)],
    measures: [{ id: 'persons', kind: 'persons', additiveOver: [false, true] }],
    cuboids: [
      { dimensions: [0, 1], depth: [1, 1], values: [Float64Array.of(8, 3, 3, 2, 8, 3, 3, 2, 5, 1, 2, 2)] },
    ],
  };
  const tables = publish(release, [[2, 3, 5, 6, 7, 9, 10, 11]]);
  const exact = async (nested: 'bounds' | 'programs'): Promise<number> =>
    (await auditIntervals(release, tables, { ...rule, nested })).exact;
  assert.deepEqual([await exact('bounds'), await exact('programs')], [0, 1]);
});

test('adds up what it finds for each measure of persons; other measures are left out', async () => {
  const one = smallTable(sizes, [1, 2, 20, 30]);
  const values = one.cuboids[0]!.values[0]!;
  const release: RawRelease = {
    ...one,
    measures: [
      one.measures[0]!,
      { id: 'patients', kind: 'persons', additiveOver: [true, true] },
      { id: 'contacts', kind: 'events', additiveOver: [true, true] },
    ],
    cuboids: [{ ...one.cuboids[0]!, values: [values, values, values] }],
  };
  const { hidden, narrow } = await auditIntervals(release, publish(release, [square]), rule);
  assert.deepEqual([hidden, narrow], [8, 4]);
});
