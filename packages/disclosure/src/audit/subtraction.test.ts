import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inverse, multiply, PRIMES } from './prime-field.ts';
import { type SparseRows, sparseRows } from './sparse-rows.ts';
import { finish, prepare, subtractFrom, subtraction } from './subtraction.ts';

type Row = ReadonlyMap<number, number>;

/** Rows with any entries: a row is what stands in its columns. */
function matrixOf(rows: readonly Row[], columns: number, prime: number): SparseRows {
  const matrix = sparseRows(
    {
      rows: rows.length,
      cells: Int32Array.from({ length: columns }, (_, column) => column),
      start: Int32Array.from([
        0,
        ...rows.map((_, row) => rows.slice(0, row + 1).reduce((sum, { size }) => sum + size, 0)),
      ]),
      column: Int32Array.from(rows.flatMap((row) => [...row.keys()])),
      sign: Int8Array.from(rows.flatMap((row) => [...row.keys()].map(() => 1))),
    },
    prime,
  );
  matrix.value.set(rows.flatMap((row) => [...row.values()]));
  return matrix;
}

function read(matrix: SparseRows, row: number): Map<number, number> {
  const from = matrix.start[row]!;
  const columns = matrix.column.subarray(from, from + matrix.length[row]!);
  assert.equal(new Set(columns).size, columns.length, 'no column twice');
  return new Map([...columns].map((column, at) => [column, matrix.value[from + at]!]));
}

/** Row − (row[0] / pivot[0]) · pivot over the prime field, on big integers. */
function expected(row: Row, pivot: Row, prime: number): Map<number, number> {
  const p = BigInt(prime);
  const factor = (BigInt(row.get(0)!) * BigInt(inverse(pivot.get(0)!, prime))) % p;
  const left = new Map<number, number>();
  for (const column of new Set([...row.keys(), ...pivot.keys()])) {
    const product = factor * BigInt(pivot.get(column) ?? 0);
    const value = Number((((BigInt(row.get(column) ?? 0) - product) % p) + p) % p);
    if (value !== 0) left.set(column, value);
  }
  return left;
}

const sorted = (row: Row): (readonly [number, number])[] => [...row].sort(([a], [b]) => a - b);

const COLUMNS = 7;

/** A pivot row and another with the column 0, in some columns multiples of each other, so that entries vanish. */
const anyTwoRows = fc.constantFrom(...PRIMES).chain((prime) => {
  const entry = fc.oneof(fc.integer({ min: 1, max: prime - 1 }), fc.constantFrom(1, 2, prime - 2, prime - 1));
  const others = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: COLUMNS - 1 }), entry), {
    selector: ([column]) => column,
  });
  return fc
    .tuple(entry, others, entry, others, fc.array(fc.boolean(), { minLength: COLUMNS, maxLength: COLUMNS }))
    .map(([lead, pivotRest, own, rest, vanishes]) => {
      const pivot = new Map([[0, lead] as const, ...pivotRest]);
      const factor = multiply(own, inverse(lead, prime), prime);
      const row = new Map<number, number>([[0, own], ...rest]);
      for (const column of row.keys()) {
        const there = pivot.get(column);
        if (column > 0 && there !== undefined && vanishes[column])
          row.set(column, multiply(factor, there, prime));
      }
      return { prime, pivot, row };
    });
});

test('any entries: a multiple of the pivot row is taken off exactly, and columns know where they stand', () => {
  fc.assert(
    fc.property(anyTwoRows, ({ prime, pivot, row }) => {
      const bystander = new Map([[1, 1] as const, [2, 1] as const]);
      const matrix = matrixOf([pivot, row, bystander], COLUMNS, prime);
      const before = matrix.count.slice();
      const work = subtraction(matrix, prime);
      prepare(work, 0, 0);
      assert.equal(subtractFrom(work, 2), false, 'a row without the column stays as it is');
      assert.equal(subtractFrom(work, 1), true);
      finish(work);
      const after = expected(row, pivot, prime);
      assert.deepEqual(sorted(read(matrix, 1)), sorted(after));
      assert.deepEqual(sorted(read(matrix, 0)), sorted(pivot));
      assert.deepEqual(sorted(read(matrix, 2)), sorted(bystander));
      for (let column = 1; column < COLUMNS; column++) {
        const change = Number(after.has(column)) - Number(row.has(column));
        assert.equal(matrix.count[column], before[column]! + change);
        assert.equal(matrix.lonely.includes(column), change < 0 && matrix.count[column] === 1);
      }
      assert.equal(matrix.count[0], before[0], 'the pivot counts its own column');
      assert.ok(work.placeInPivot.every((place) => place === 0));
    }),
    { numRuns: 3000, seed: 1 },
  );
});

test('pivot rows of any length, one after another', () => {
  const prime = PRIMES[0];
  const long = (columns: number, value: number): Row =>
    new Map(Array.from({ length: columns }, (_, column) => [column, value + column]));
  for (const columns of [2, 256, 257, 600]) {
    // The last column stands in the pivot row alone.
    const [pivot, row] = [long(columns, 3), long(columns - 1, 11)];
    const matrix = matrixOf([pivot, row], columns, prime);
    const work = subtraction(matrix, prime);
    prepare(work, 0, 0);
    assert.equal(subtractFrom(work, 1), true);
    finish(work);
    assert.deepEqual(sorted(read(matrix, 1)), sorted(expected(row, pivot, prime)));
  }
});
