import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HiddenRows } from './hidden-rows.ts';
import { linkRow, moveRow, placeOf, type SparseRows, sparseRows } from './sparse-rows.ts';

/** x0 − x1 − x2 and x1 − x3. */
const hidden: HiddenRows = {
  rows: 2,
  cells: Int32Array.of(10, 11, 12, 13),
  start: Int32Array.of(0, 3, 5),
  column: Int32Array.of(0, 1, 2, 1, 3),
  sign: Int8Array.of(1, -1, -1, 1, -1),
};
const prime = 101;

function entries(matrix: SparseRows, row: number): number[][] {
  const from = matrix.start[row]!;
  return Array.from({ length: matrix.length[row]! }, (_, at) => [
    matrix.column[from + at]!,
    matrix.value[from + at]!,
  ]);
}

function rowsWith(matrix: SparseRows, column: number): number[] {
  const rows: number[] = [];
  for (let link = matrix.firstLink[column]!; link >= 0; link = matrix.nextLink[link]!) {
    rows.push(matrix.linkedRow[link]!);
  }
  return rows.sort((a, b) => a - b);
}

test('loads rows: −1 is the prime less one, and each column knows its rows', () => {
  const matrix = sparseRows(hidden, prime);
  assert.deepEqual([matrix.rows, matrix.columns], [2, 4]);
  assert.deepEqual(entries(matrix, 0), [
    [0, 1],
    [1, 100],
    [2, 100],
  ]);
  assert.deepEqual(entries(matrix, 1), [
    [1, 1],
    [3, 100],
  ]);
  assert.deepEqual([...matrix.count], [1, 2, 1, 1]);
  assert.deepEqual(
    [0, 1, 2, 3].map((column) => rowsWith(matrix, column)),
    [[0], [0, 1], [0], [1]],
  );
  assert.deepEqual(matrix.lonely, []);
});

test('finds the place of a column in a row, and in no other', () => {
  const matrix = sparseRows(hidden, prime);
  assert.deepEqual(
    [0, 1, 2, 3].map((column) => placeOf(matrix, 0, column)),
    [0, 1, 2, -1],
  );
  assert.deepEqual(
    [0, 1, 2, 3].map((column) => placeOf(matrix, 1, column)),
    [-1, 3, -1, 4],
  );
});

test('a row that comes to have a column is counted and linked, however often that happens', () => {
  const matrix = sparseRows(hidden, prime);
  linkRow(matrix, 3, 0);
  assert.deepEqual([...matrix.count], [1, 2, 1, 2]);
  assert.deepEqual(rowsWith(matrix, 3), [0, 1]);
  const room = matrix.nextLink.length;
  for (let more = 0; more < 3 * room; more++) linkRow(matrix, 0, 1);
  assert.equal(matrix.count[0], 1 + 3 * room);
  assert.deepEqual(rowsWith(matrix, 0), [0, ...new Array<number>(3 * room).fill(1)]);
  assert.deepEqual(rowsWith(matrix, 1), [0, 1], 'the others are where they were');
  assert.ok(matrix.linkedRow.length >= matrix.links);
});

test('a row that moves keeps its entries and has room for as many again, the others stay', () => {
  const matrix = sparseRows(hidden, prime);
  for (const wanted of [4, 60, 400]) {
    const [before, other] = [entries(matrix, 0), entries(matrix, 1)];
    const end = matrix.end;
    moveRow(matrix, 0, wanted);
    assert.equal(matrix.start[0], end);
    assert.equal(matrix.room[0], 2 * wanted);
    assert.equal(matrix.end, end + 2 * wanted);
    assert.ok(matrix.column.length >= matrix.end && matrix.value.length >= matrix.end);
    assert.deepEqual([entries(matrix, 0), entries(matrix, 1)], [before, other]);
  }
});

test('moving into the very last place does not need a larger arena', () => {
  const matrix = sparseRows(hidden, prime);
  const arena = matrix.column.length;
  assert.equal((arena - matrix.end) % 2, 1, 'the arena is 2 × 5 + 64, of which 5 are taken');
  moveRow(matrix, 0, (arena - matrix.end - 1) / 2);
  assert.equal(matrix.column.length, arena);
  moveRow(matrix, 1, 1);
  assert.ok(matrix.column.length > arena);
});
