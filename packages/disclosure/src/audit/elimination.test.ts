import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomStream } from '../secondary/random-stream.ts';
import { eliminate } from './elimination.ts';
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

test('any rows: as many pivots as the rank; a random solution is 0 just where a column is determined', () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom(...PRIMES), (rows, prime) => {
      const hidden = hiddenRows(rows);
      const matrix = dense(hidden);
      const echelon = eliminate(hidden, prime);
      const vector = [...kernelVector(echelon, randomStream(new Uint8Array(32).fill(3)))];
      assert.equal(echelon.pivots, rank(matrix));
      assert.ok(solves(matrix, vector, prime));
      assert.deepEqual(
        vector.map((entry) => entry === 0),
        determined(matrix, vector.length),
      );
    }),
    { numRuns: 400 },
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
