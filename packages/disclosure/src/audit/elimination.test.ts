import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { manyRuns } from '../fixtures/many-runs.ts';
import { randomStream } from '../secondary/random-stream.ts';
import { type Echelon, eliminate } from './elimination.ts';
import type { HiddenRows } from './hidden-rows.ts';
import { kernelBasis } from './kernel-basis.ts';
import { kernelVector } from './kernel-vector.ts';
import { PRIMES } from './prime-field.ts';

/** Rows of +1 and −1 over a few columns, each with at least one entry. */
const anyRows = fc.integer({ min: 1, max: 9 }).chain((columns) =>
  fc.array(
    fc.uniqueArray(fc.tuple(fc.nat(columns - 1), fc.constantFrom(1, -1)), {
      minLength: 1,
      selector: ([column]) => column,
    }),
    { minLength: 1, maxLength: 12 },
  ),
);

type Rows = readonly (readonly (readonly [number, number])[])[];

/** Columns are numbered anew, so that each stands in some row. */
function hiddenRows(rows: Rows): HiddenRows {
  const names = [...new Set(rows.flatMap((row) => row.map(([column]) => column)))];
  const start = [0];
  for (const row of rows) start.push(start.at(-1)! + row.length);
  return {
    rows: rows.length,
    cells: Int32Array.from(names),
    start: Int32Array.from(start),
    column: Int32Array.from(rows.flatMap((row) => row.map(([column]) => names.indexOf(column)))),
    sign: Int8Array.from(rows.flatMap((row) => row.map(([, sign]) => sign))),
  };
}

function dense({ rows, cells, start, column, sign }: HiddenRows): bigint[][] {
  return Array.from({ length: rows }, (_, row) => {
    const line = Array.from(cells, () => 0n);
    for (let at = start[row]!; at < start[row + 1]!; at++) line[column[at]!] = BigInt(sign[at]!);
    return line;
  });
}

/** Rank over the rationals, by fraction-free elimination on big integers. */
function rank(matrix: readonly (readonly bigint[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const at = rows.findIndex((row, index) => index >= found && row[column] !== 0n);
    if (at < 0) continue;
    [rows[found], rows[at]] = [rows[at]!, rows[found]!];
    const pivot = rows[found]!;
    for (const row of rows.slice(found + 1)) {
      const factor = row[column]!;
      row.forEach((entry, j) => (row[j] = entry * pivot[column]! - pivot[j]! * factor));
    }
    found++;
  }
  return found;
}

/** A column is determined when the row that names it alone follows from the others. */
function determined(matrix: readonly (readonly bigint[])[], columns: number): boolean[] {
  const whole = rank(matrix);
  return Array.from({ length: columns }, (_, column) => {
    const alone = Array.from({ length: columns }, (_, j) => (j === column ? 1n : 0n));
    return rank([...matrix, alone]) === whole;
  });
}

function solves(matrix: readonly (readonly bigint[])[], vector: readonly number[], prime: number): boolean {
  return matrix.every(
    (row) => row.reduce((sum, entry, j) => sum + entry * BigInt(vector[j]!), 0n) % BigInt(prime) === 0n,
  );
}

/** Pivots are different columns; each stands in its own row, in no later one, and no entry is 0. */
function checkEchelon({ matrix, pivots, pivotRow, pivotColumn, prime }: Echelon): void {
  const before = new Set<number>();
  const rows = new Set<number>();
  for (let pivot = 0; pivot < pivots; pivot++) {
    const row = pivotRow[pivot]!;
    const from = matrix.start[row]!;
    const columns = [...matrix.column.subarray(from, from + matrix.length[row]!)];
    assert.ok(columns.includes(pivotColumn[pivot]!));
    assert.equal(new Set(columns).size, columns.length);
    assert.ok(columns.every((column) => !before.has(column)));
    const values = matrix.value.subarray(from, from + matrix.length[row]!);
    assert.ok(values.every((value) => value > 0 && value < prime));
    before.add(pivotColumn[pivot]!);
    rows.add(row);
  }
  assert.deepEqual([before.size, rows.size], [pivots, pivots]);
}

test('any rows: as many pivots as the rank; a random solution is 0 just where a column is determined', (t) => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom(...PRIMES), (rows, prime) => {
      const hidden = hiddenRows(rows);
      const matrix = dense(hidden);
      const echelon = eliminate(hidden, prime);
      const vector = [...kernelVector(echelon, randomStream(new Uint8Array(32).fill(3)))];
      assert.equal(echelon.pivots, rank(matrix));
      checkEchelon(echelon);
      assert.ok(solves(matrix, vector, prime));
      assert.deepEqual(
        vector.map((entry) => entry === 0),
        determined(matrix, vector.length),
      );
    }),
    manyRuns(t),
  );
});

test('any rows: sparse solutions solve them, and there are none where all columns are determined', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const hidden = hiddenRows(rows);
      const matrix = dense(hidden);
      const basis = kernelBasis(eliminate(hidden, PRIMES[0]));
      const known = determined(matrix, hidden.cells.length);
      hidden.cells.forEach((_, column) => {
        const found = basis.through(column);
        if (!found) {
          assert.ok(known[column]);
          return;
        }
        const vector = Array.from(hidden.cells, () => 0);
        found.columns.forEach((j, i) => (vector[j] = found.values[i]!));
        assert.ok(solves(matrix, vector, PRIMES[0]));
        assert.ok(found.values.every((value) => value > 0) && found.columns.length > 0);
      });
    }),
    { numRuns: 300 },
  );
});

test('the order keeps rows short: a lonely column first, then the shortest row by its rarest column', () => {
  const order = (...rows: number[][]): number[][] => {
    const { pivots, pivotRow, pivotColumn } = eliminate(
      {
        rows: rows.length,
        cells: Int32Array.from(new Set(rows.flat()).keys()),
        start: Int32Array.from([0, ...rows.map((_, row) => rows.slice(0, row + 1).flat().length)]),
        column: Int32Array.from(rows.flat()),
        sign: Int8Array.from(rows.flat(), () => 1),
      },
      PRIMES[0],
    );
    return Array.from({ length: pivots }, (_, pivot) => [pivotRow[pivot]!, pivotColumn[pivot]!]);
  };
  // Column 2 stands in row 1 alone; without row 1, column 1 stands in row 0 alone.
  assert.deepEqual(order([0, 1], [0, 1, 2], [0]).slice(0, 2), [
    [1, 2],
    [0, 1],
  ]);
  // No column is alone. Row 1 is the shortest; its column 3 is rarer than column 0.
  assert.deepEqual(order([0, 1, 2], [0, 3], [0, 1, 2, 4], [0, 1, 2, 3, 4], [0, 1, 2, 4])[0], [1, 3]);
  // The same, whichever of its columns comes first.
  assert.deepEqual(order([0, 1, 2], [3, 0], [0, 1, 2, 4], [0, 1, 2, 3, 4], [0, 1, 2, 4])[0], [1, 3]);
});

/** All inner cells of a table hidden: its rank is rows + columns − 1, and nothing is determined. */
test('rows of hundreds of entries: the rank of a table, and no cell of it determined', () => {
  for (const [height, width] of [
    [3, 300],
    [30, 30],
    [2, 600],
  ] as const) {
    const byRow = Array.from({ length: height }, (_, i) =>
      Array.from({ length: width }, (__, j) => i * width + j),
    );
    const byColumn = Array.from({ length: width }, (_, j) => byRow.map((row) => row[j]!));
    const rows = [...byRow, ...byColumn];
    const hidden = hiddenRows(
      rows.map((row) => row.map((column, at) => [column, at === 0 ? 1 : -1] as const)),
    );
    const signed = { ...hidden, sign: hidden.sign.fill(1) };
    const echelon = eliminate(signed, PRIMES[0]);
    assert.equal(echelon.pivots, height + width - 1);
    checkEchelon(echelon);
    const vector = kernelVector(echelon, randomStream(new Uint8Array(32).fill(9)));
    assert.ok(vector.every((entry) => entry > 0 && entry < PRIMES[0]));
    const place = new Map([...signed.cells].map((cell, column) => [cell, column]));
    for (const row of rows) {
      const sum = row.reduce((total, cell) => total + BigInt(vector[place.get(cell)!]!), 0n);
      assert.equal(sum % BigInt(PRIMES[0]), 0n);
    }
  }
});

test('a basis looks at no more than it has to, and says how much that was', () => {
  // A chain: each column depends on the last one alone.
  const chain = hiddenRows(Array.from({ length: 50 }, (_, at) => [[at, 1] as const, [at + 1, -1] as const]));
  const basis = kernelBasis(eliminate(chain, PRIMES[0]));
  assert.equal(basis.work(), 0);
  const found = basis.through(25)!;
  assert.deepEqual(
    [...found.columns].sort((a, b) => a - b),
    Array.from({ length: 51 }, (_, at) => at),
  );
  assert.deepEqual(new Set(found.values), new Set([1]));
  const work = basis.work();
  assert.ok(work >= 100 && work <= 200, `${work} for 50 rows of two entries`);
  assert.deepEqual(basis.through(3)!.columns.length, 51);
  assert.equal(basis.work(), 2 * work);
});
