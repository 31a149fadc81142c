import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyLinkedTables, anySmallTable } from './fixtures/any-small-table.ts';
import { manyRuns } from './fixtures/many-runs.ts';
import { determinedBySpan } from './fixtures/span-oracle.ts';
import { primaryByPolicy } from './primary/primary-by-policy.ts';
import { protect, type ProtectedRelease } from './protect.ts';
import { jointValues, numberCells } from './table/joint-cells.ts';
import type { RawRelease } from './table/raw-release.ts';
import { deriveRate, sliceTable } from './table/slice.ts';

const policy = { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' } as const;
const anySeed = fc.integer({ min: 0, max: 255 }).map((byte) => new Uint8Array(32).fill(byte));
const anyZeros = fc.constantFrom('published' as const, 'protected' as const);

function protectExactly(
  release: RawRelease,
  seed: Uint8Array,
  zeros = 'published' as 'published' | 'protected',
) {
  return protect(release, { policy: { ...policy, zeros }, seed, gate: 'exact' });
}

/** Cells that can be calculated from the published ones, by exact rational arithmetic. */
function determined(release: RawRelease, { tables }: ProtectedRelease): number {
  const { additiveOver } = release.measures[0]!;
  return determinedBySpan(release, additiveOver, (cuboid, cell) => tables[cuboid]!.value(0, cell) === null)
    .size;
}

test('any small table: no hidden cell can be calculated', (t) => {
  let hidden = 0;
  fc.assert(
    fc.property(anySmallTable, anySeed, anyZeros, (release, seed, zeros) => {
      const made = protectExactly(release, seed, zeros);
      assert.equal(determined(release, made), 0);
      hidden += made.report.primary + made.report.secondary;
    }),
    manyRuns(t),
  );
  assert.ok(hidden > 100, 'there must be something to hide');
});

test('any small table: a small count is hidden, a published number is true, and nobody stays nobody', (t) => {
  fc.assert(
    fc.property(anySmallTable, anySeed, anyZeros, (release, seed, zeros) => {
      const [table] = protectExactly(release, seed, zeros).tables;
      release.cuboids[0]!.values[0]!.forEach((persons, cell) => {
        const shown = table!.value(0, cell);
        const small = persons < 5 && (persons > 0 || zeros === 'protected');
        if (small) assert.equal(shown, null);
        else if (persons === 0) assert.equal(shown, 0);
        else assert.ok(shown === null || shown === persons);
        assert.equal(table!.status(0, cell), shown === null ? 'suppressed' : 'published');
      });
    }),
    manyRuns(t),
  );
});

test('linked tables in any order: the same cells are primary, all hidden, and none can be calculated', (t) => {
  fc.assert(
    fc.property(anyLinkedTables, anySeed, (release, seed) => {
      const [first, ...others] = release.cuboids;
      const turned = { ...release, cuboids: [...others, first!] };
      assert.deepEqual(primaryKeys(turned), primaryKeys(release));
      const made = protectExactly(turned, seed);
      assert.equal(made.report.primary, primaryKeys(release).length);
      assert.equal(determined(turned, made), 0);
      turned.cuboids.forEach(({ values }, position) =>
        values[0]!.forEach((persons, cell) => {
          if (persons > 0 && persons < 5) assert.equal(made.tables[position]!.value(0, cell), null);
        }),
      );
    }),
    manyRuns(t),
  );
});

/** Primary cells by what they are, wherever they are shown. */
function primaryKeys(release: RawRelease): number[] {
  const cells = numberCells(release);
  const primary = primaryByPolicy(release, cells, [jointValues(release, cells, 0)], policy);
  return [...cells.key.filter((_, cell) => primary[cell] === 1)].sort((a, b) => a - b);
}

test('a union or a rate is hidden with whatever it needs, and true where it is shown', (t) => {
  const anyPicks = fc.array(fc.array(fc.nat(1000), { maxLength: 4 }), { minLength: 1, maxLength: 6 });
  let shown = 0;
  let hidden = 0;
  fc.assert(
    fc.property(anySmallTable, anySeed, anyPicks, (small, seed, wanted) => {
      const release = withPopulation(small);
      const [persons, population] = release.cuboids[0]!.values as [Float64Array, Float64Array];
      const [table] = protectExactly(release, seed).tables;
      const unions = wanted.map((cells) => cells.map((cell) => cell % table!.cells));
      const start = Int32Array.from([0, ...unions.map((_, at) => unions.slice(0, at + 1).flat().length)]);
      const picks = { start, cells: Int32Array.from(unions.flat()) };
      const slice = sliceTable(table!, { rows: 1, columns: unions.length }, [picks, picks]);
      const rates = deriveRate(slice, {
        id: 'rate',
        numerator: 'persons',
        denominator: 'population',
        per: 100,
        decimals: 3,
      });
      const total = (numbers: Float64Array, cells: readonly number[]): number =>
        cells.reduce((sum, cell) => sum + numbers[cell]!, 0);
      unions.forEach((cells, at) => {
        const needsHidden = cells.some((cell) => table!.value(0, cell) === null);
        const expected = cells.length === 0 || needsHidden ? null : total(persons, cells);
        assert.equal(rates.value(0, at), expected);
        assert.equal(rates.value(1, at), cells.length === 0 ? null : total(population, cells));
        const rate = rates.value(2, at);
        if (expected === null) assert.equal(rate, null);
        else assert.ok(Math.abs(rate! - (100 * expected) / total(population, cells)) <= 0.0005000001);
        if (needsHidden) hidden++;
        else shown++;
      });
    }),
    manyRuns(t),
  );
  assert.ok(shown > 100 && hidden > 100, 'both must occur');
});

/** The table with a public population beside the persons. */
function withPopulation({ hierarchies, measures, cuboids }: RawRelease): RawRelease {
  return {
    hierarchies,
    measures: [...measures, { ...measures[0]!, id: 'population', kind: 'public' }],
    cuboids: cuboids.map((cuboid) => ({
      ...cuboid,
      values: [cuboid.values[0]!, cuboid.values[0]!.map((persons) => 3 * persons + 7)],
    })),
  };
}
