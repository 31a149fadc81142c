import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { drawRelease } from '../fixtures/population.ts';
import { smallTable } from '../fixtures/small-table.ts';
import type { ProtectedTable } from '../table/protected-table.ts';
import { roundRelease } from './round-release.ts';

const seed = new Uint8Array(32).fill(6);
const policyOf = (threshold: number, base: 3 | 5 | 10) => ({ threshold, base }) as const;

/** What is published of a small table, by cell: a number, or null. */
function published(table: ProtectedTable): (number | null)[] {
  return Array.from({ length: table.cells }, (_, cell) => table.value(0, cell));
}

describe('a rounded release', () => {
  it('hides small counts, keeps zeros, and rounds all else to one base', () => {
    for (const base of [3, 5, 10] as const) {
      const release = drawRelease(2, 400);
      const { tables, report } = roundRelease(release, { policy: policyOf(5, base), seed });
      let [small, further] = [0, 0];
      tables.forEach((table, position) => {
        const { values } = release.cuboids[position]!;
        for (let cell = 0; cell < table.cells; cell++) {
          const persons = values[0]![cell]!;
          assert.deepEqual([table.status(3, cell), table.value(3, cell)], ['published', 1000]);
          const statuses = [0, 1, 2].map((measure) => table.status(measure, cell));
          assert.ok(statuses.every((status) => status === statuses[0]));
          if (persons > 0 && persons < 5) small++;
          if (statuses[0] === 'suppressed') {
            assert.ok(persons > 0);
            if (persons >= 5) further++;
            continue;
          }
          assert.equal(statuses[0], 'rounded');
          assert.ok(persons === 0 || persons >= 5);
          for (const measure of [0, 1, 2]) {
            const [shown, truth] = [table.value(measure, cell)!, values[measure]![cell]!];
            assert.equal(shown % base, 0);
            if (measure < 2) assert.equal(shown === 0, truth === 0);
            if (shown > base) assert.ok(Math.abs(shown - truth) <= base / 2);
          }
        }
      });
      assert.ok(small > 0);
      assert.equal(report.determined, 0);
      assert.ok(base === 3 || further < small, `base ${base}: ${further} further cells for ${small}`);
    }
  });

  it('gives one number for a cell in every cuboid', () => {
    const release = drawRelease(4, 300);
    const { tables } = roundRelease(release, { policy: policyOf(5, 5), seed });
    // Residence × time, in the first cuboid at both sexes, in the last at all sectors.
    const [first, , last] = tables;
    for (let residence = 0; residence < 4; residence++) {
      for (let time = 0; time < 2; time++) {
        const inFirst = (residence * 3 + 0) * 10 + time;
        const inLast = (residence * 2 + time) * 4;
        assert.equal(first!.value(0, inFirst), last!.value(0, inLast));
      }
    }
  });

  it('refuses what it cannot judge', () => {
    const release = drawRelease(1, 30);
    const [cuboid, ...rest] = release.cuboids;
    const wrong = cuboid!.values[0]!.map((value, cell) => (cell === 0 ? value + 1 : value));
    const changed = { ...cuboid!, values: [wrong, ...cuboid!.values.slice(1)] };
    assert.throws(
      () => roundRelease({ ...release, cuboids: [changed, ...rest] }, { policy: policyOf(5, 5), seed }),
      RangeError,
    );
  });
});

type Policy = ReturnType<typeof policyOf>;
type Shown = readonly (number | null)[];

/** The multiple that a count is rounded to, said in another way: the nearest, of two the larger, and not 0. */
function rounded(count: number, base: number): number {
  const multiples = Array.from({ length: 40 }, (_, index) => base * (index + 1));
  return multiples.reduce((best, each) => (Math.abs(each - count) <= Math.abs(best - count) ? each : best));
}

/**
 * What each cell of a table of two by two with its marginals can be, by trying all tables. Cells by row, totals
 * first. A hidden cell is at least 1, and tried up to a limit.
 */
function possibleCells(shown: Shown, { threshold, base }: Policy, limit: number): Set<number>[] {
  const ranges = shown.map((number) =>
    Array.from({ length: 4 * limit }, (_, value) => value).filter((value) =>
      number === null
        ? value >= 1
        : number === 0
          ? value === 0
          : value >= threshold && rounded(value, base) === number,
    ),
  );
  const fits = ranges.map((range) => new Set(range));
  const found = shown.map(() => new Set<number>());
  const [a, b, c, d] = [4, 5, 7, 8].map((cell) => ranges[cell]!.filter((value) => value < limit));
  for (const one of a!) {
    for (const two of b!) {
      if (!fits[3]!.has(one + two)) continue;
      for (const three of c!) {
        if (!fits[1]!.has(one + three)) continue;
        for (const four of d!) {
          const table = [
            one + two + three + four,
            one + three,
            two + four,
            one + two,
            one,
            two,
            three + four,
            three,
            four,
          ];
          if (table.every((value, cell) => fits[cell]!.has(value))) {
            table.forEach((value, cell) => found[cell]!.add(value));
          }
        }
      }
    }
  }
  return found;
}

describe('an attack on rounding', () => {
  it('gets exact numbers out of what is only rounded', () => {
    // 5 and 5 are 6 and 6 to base 3, and their sum is 9: at most 10, and they are at least 5 each.
    const naive = [9, 9, 0, 6, 6, 0, 6, 6, 0];
    assert.deepEqual(
      possibleCells(naive, policyOf(3, 3), 12).map((range) => [...range]),
      [[10], [10], [0], [5], [5], [0], [5], [5], [0]],
    );
  });

  it('is met by hiding further cells', () => {
    const [table] = roundRelease(smallTable([2, 2], [5, 0, 5, 0]), { policy: policyOf(3, 3), seed }).tables;
    const shown = published(table!);
    assert.ok(shown.includes(null));
    for (const [cell, range] of possibleCells(shown, policyOf(3, 3), 12).entries()) {
      assert.ok(shown[cell] === 0 || range.size > 1, `cell ${cell}`);
    }
  });

  it('leaves three numbers for a small count and two for any other, by trying all tables', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 4, maxLength: 4 }),
        fc.constantFrom(3, 5, 10),
        fc.integer({ min: 3, max: 7 }),
        (inner, base, threshold) => {
          const policy = policyOf(threshold, base);
          const release = smallTable([2, 2], inner);
          const [table] = roundRelease(release, { policy, seed }).tables;
          const shown = published(table!);
          const truth = release.cuboids[0]!.values[0]!;
          possibleCells(shown, policy, 18).forEach((range, cell) => {
            assert.ok(range.has(truth[cell]!));
            if (truth[cell] === 0) return;
            const needed = truth[cell]! < threshold ? Math.min(3, threshold - 1) : 2;
            assert.ok(range.size >= needed, `cell ${cell} of ${inner.join()} can be ${[...range].join()}`);
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('hides what is farther away where all that is near is hidden', () => {
    const inner = [6, 0, 1, 7];
    const [table] = roundRelease(smallTable([2, 2], inner), { policy: policyOf(6, 10), seed }).tables;
    const ranges = possibleCells(published(table!), policyOf(6, 10), 18);
    assert.ok(ranges[7]!.size >= 3);
  });

  it('does not always withstand somebody who knows which hidden cells are small, and says so', () => {
    // 1, 1 and 1 with their sum of 3: all hidden, and nothing left to hide.
    const { tables } = roundRelease(smallTable([3], [1, 1, 1]), { policy: policyOf(5, 5), seed });
    assert.deepEqual(published(tables[0]!), [null, null, null, null]);
  });
});
