import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { attackTable } from '../attack/attack-table.ts';
import { isPrimary } from '../primary/primary-cells.ts';
import { protect, type ProtectedRelease } from '../protect.ts';
import { type CsvTable, parseCsv } from './csv.ts';
import { position } from './dimension.ts';
import { examinedTable } from './examined-table.ts';
import { codesOf, fullTable } from './inner-cells.ts';
import { parseNestings } from './nesting.ts';

/**
 * Tables with outcomes known from GaussSuppression 1.2.3. Patterns differ in ties, so properties are
 * compared: the primary cells, that nothing is determined, and how many secondary cells it takes.
 */
const CASES = new URL('../../../../../shared/cases/sdc/', import.meta.url);
const skip = existsSync(CASES) ? false : 'the reference cases are not on this machine';
const SEEDS = process.env['DATAKUBE_THOROUGH'] ? [1, 2, 3] : [1];

interface Case {
  readonly inner: string;
  readonly result: string;
  readonly count: string;
  readonly hierarchies: readonly string[];
  readonly threshold: number;
  readonly zeros: 'published' | 'protected';
}

const muni = ['muni<region'];
const muniDiag = ['muni<region', 'diag<chapter'];
const region = ['region<county', 'region<k_group'];
const z3 = ['region<fylke', 'region<kostragr', 'mnd<mnd2'];
const of = (
  inner: string,
  result: string,
  count: string,
  hierarchies: string[],
  threshold: number,
  zeros: 'published' | 'protected',
): Case => ({ inner, result, count, hierarchies, threshold, zeros });

const CASE_LIST: readonly Case[] = [
  of('inner_s1k_2d', 'result_s1k_2d_zerosPublished', 'freq', muni, 5, 'published'),
  of('inner_s5k_4d', 'result_s5k_4d_zerosPublished', 'freq', muniDiag, 5, 'published'),
  of('inner_s5k_4d', 'result_s5k_4d_zerosProtected', 'freq', muniDiag, 5, 'protected'),
  of('known/z1_default_input', 'known/z1_default_result', 'ant', [], 4, 'protected'),
  of('known/z1_zeros_published_input', 'known/z1_zeros_published_result', 'ant', [], 4, 'published'),
  of('known/mun_accidents_default_input', 'known/mun_accidents_default_result', 'freq', [], 4, 'protected'),
  of(
    'known/mun_accidents_zeros_published_input',
    'known/mun_accidents_zeros_published_result',
    'freq',
    [],
    4,
    'published',
  ),
  of('known/d2_hier_input', 'known/d2_hier_result', 'f', region, 3, 'protected'),
  of(
    'known/d2_hier_zeros_published_input',
    'known/d2_hier_zeros_published_result',
    'f',
    region,
    5,
    'published',
  ),
  of('known/z3_hier_input', 'known/z3_hier_result', 'ant', z3, 6, 'published'),
  of('known/example1_hier_year_input', 'known/example1_hier_year_result', 'freq', ['geo<eu'], 4, 'published'),
];

const read = (name: string): CsvTable => parseCsv(readFileSync(new URL(`${name}.csv`, CASES), 'utf8'));
const isTrue = (text: string | undefined): boolean => text === '1' || text === 'TRUE';

/** Keeps the columns of the inner cells that the result or a hierarchy mentions. */
function innerCells(entry: Case, result: CsvTable): CsvTable {
  const wanted = new Set([...result.columns, ...entry.hierarchies.flatMap((option) => option.split('<'))]);
  const inner = read(entry.inner);
  const kept = inner.columns.flatMap((column, at) => (wanted.has(column) ? [at] : []));
  return {
    columns: kept.map((at) => inner.columns[at]!),
    rows: inner.rows.map((row) => kept.map((at) => row[at]!)),
  };
}

for (const entry of CASE_LIST) {
  test(
    `${entry.result}: the same primary cells, nothing determined, narrow with certificates, few secondary cells`,
    { skip },
    async () => {
      const result = read(entry.result);
      const full = fullTable(innerCells(entry, result), entry.count, parseNestings(entry.hierarchies));
      const truth = full.release.cuboids[0]!.values[0]!;
      const columns = full.dimensions.map(({ column }) => position(result, column));
      const reference = new Map(result.rows.map((row) => [columns.map((at) => row[at]).join(' '), row]));
      assert.equal(reference.size, truth.length, 'the full table has the cells of the reference');
      let primary = 0;
      let secondary = 0;
      truth.forEach((count, cell) => {
        const row = reference.get(codesOf(full.dimensions, cell).join(' '))!;
        assert.equal(Number(row[position(result, entry.count)]), count);
        assert.equal(isPrimary(count, entry), isTrue(row[position(result, 'primary')]));
        if (isPrimary(count, entry)) primary++;
        else if (isTrue(row[position(result, 'suppressed')])) secondary++;
      });
      const policy = {
        method: 'suppress',
        outsideRelease: 'refuse',
        threshold: entry.threshold,
        zeros: entry.zeros,
      } as const;
      const attack = ({ tables }: ProtectedRelease, gate: 'exact' | 'certified') =>
        attackTable(
          full.release,
          (cell) => tables[0]!.value(0, cell),
          (cell) => isPrimary(truth[cell]!, entry),
          { bound: entry.zeros === 'published' ? 1 : 0, ...(gate === 'exact' ? { programs: 0 } : {}) },
        );
      for (const seed of SEEDS) {
        const made = protect(full.release, { policy, seed: new Uint8Array(32).fill(seed), gate: 'exact' });
        assert.equal(made.report.primary, primary);
        assert.ok(
          made.report.secondary <= 1.05 * secondary + 3,
          `${made.report.secondary} secondary cells, the reference has ${secondary}`,
        );
        const found = await attack(made, 'exact');
        assert.deepEqual([found.primary, found.determined, found.determinedSecondary], [primary, 0, 0]);
      }
      const made = protect(full.release, { policy, seed: new Uint8Array(32).fill(4), effort: 15 });
      assert.ok(
        made.report.secondary <= 1.65 * secondary + 5,
        `${made.report.secondary} secondary cells with certificates, the reference has ${secondary} without`,
      );
      const found = await attack(made, 'certified');
      assert.deepEqual(
        [
          found.primary,
          found.determined,
          found.exact,
          found.narrow,
          found.undecided,
          found.determinedSecondary,
        ],
        [primary, 0, 0, 0, 0, 0],
      );
    },
  );
}

test('with only the primary cells hidden, all 603 of a four-way table are determined', { skip }, async () => {
  const full = fullTable(read('inner_s5k_4d'), 'freq', parseNestings(muniDiag));
  const truth = full.release.cuboids[0]!.values[0]!;
  const rule = { threshold: 5, zeros: 'published' } as const;
  const primary = (cell: number): boolean => isPrimary(truth[cell]!, rule);
  const published = (cell: number): number | null => (primary(cell) ? null : truth[cell]!);
  assert.equal((await attackTable(full.release, published, primary, { bound: 1 })).determined, 603);
});

/**
 * What linear programming finds in patterns of others: exact and narrow as measured with another solver
 * set-up by the authors of the cases, where they give figures.
 */
const NEGATIVE = [
  {
    result: 'result_s1k_2d_zerosPublished',
    inner: 'inner_s1k_2d',
    hierarchies: muni,
    bound: 1,
    exact: 0,
    narrow: 6,
  },
  {
    result: 'result_s5k_4d_zerosPublished',
    inner: 'inner_s5k_4d',
    hierarchies: muniDiag,
    bound: 1,
    exact: 10,
    narrow: 278,
  },
  // 17 by linear programming alone; two more by putting rounded bounds back in.
  {
    result: 'result_s5k_4d_zerosProtected',
    inner: 'inner_s5k_4d',
    hierarchies: muniDiag,
    bound: 0,
    exact: 19,
    narrow: 158,
  },
  {
    result: 'result_proto_s5k_4d_W0',
    inner: 'inner_s5k_4d',
    hierarchies: muniDiag,
    bound: 1,
    exact: 130,
    narrow: 274,
  },
  {
    result: 'result_s5k_4d_zerosPublished_none',
    inner: 'inner_s5k_4d',
    hierarchies: muniDiag,
    bound: 1,
    exact: 324,
    narrow: 440,
  },
] as const;

for (const { result, inner, hierarchies, bound, ...expected } of NEGATIVE) {
  test(`${result}: ${expected.exact} exact and ${expected.narrow} narrow`, { skip }, async () => {
    const { shape, suppressed, counts, primary } = examinedTable(
      read(result),
      'freq',
      parseNestings(hierarchies),
      read(inner),
    );
    const { determined, exact, narrow, undecided } = await attackTable(
      shape,
      (cell) => (suppressed[cell] ? null : counts[cell]!),
      (cell) => primary[cell] === 1,
      { bound },
    );
    assert.deepEqual({ determined, exact, narrow, undecided }, { determined: 0, ...expected, undecided: 0 });
  });
}
