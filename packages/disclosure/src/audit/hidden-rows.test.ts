import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomStream } from '../secondary/random-stream.ts';
import type { Equations } from '../system/equations.ts';
import type { LinearSystem } from '../system/linear-system.ts';
import { determinedCells } from './determined-cells.ts';
import { hiddenRows } from './hidden-rows.ts';
import { PRIMES } from './prime-field.ts';

/** x0 = x1 + x2, x3 = x4 + x5, x6 = x0 + x3, x6 = x7 + x8. */
const ROWS = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 0, 3],
  [6, 7, 8],
];
const equations: Equations = {
  rows: ROWS.length,
  start: Int32Array.from([0, 3, 6, 9, 12]),
  cell: Int32Array.from(ROWS.flat()),
  along: new Uint8Array(ROWS.length),
  crossing: new Int32Array(ROWS.length),
};

function system(...independent: number[]): LinearSystem {
  const rows = Int32Array.from(independent);
  return { measures: ['persons'], adds: [true], rows, independent: rows };
}

function pattern(...cells: number[]): Uint8Array {
  return Uint8Array.from({ length: 9 }, (_, cell) => (cells.includes(cell) ? 1 : 0));
}

test('keeps the hidden cells of each row, the whole with +1 and its parts with −1', () => {
  const rows = hiddenRows(system(0, 1, 2, 3), equations, pattern(0, 2, 6, 8));
  const read = Array.from({ length: rows.rows }, (_, row) =>
    Array.from({ length: rows.start[row + 1]! - rows.start[row]! }, (__, at) => {
      const entry = rows.start[row]! + at;
      return [rows.cells[rows.column[entry]!]!, rows.sign[entry]!];
    }),
  );
  assert.deepEqual(read, [
    [
      [0, 1],
      [2, -1],
    ],
    [
      [6, 1],
      [0, -1],
    ],
    [
      [6, 1],
      [8, -1],
    ],
  ]);
  assert.deepEqual([...rows.cells], [0, 2, 6, 8], 'each column is a cell of its own');
  assert.deepEqual([rows.column.length, rows.sign.length, rows.start.length], [6, 6, 4]);
});

test('leaves out rows that are not among the independent ones, and rows without a hidden cell', () => {
  const { rows, cells } = hiddenRows(system(3, 0), equations, pattern(0, 6));
  assert.equal(rows, 2);
  assert.deepEqual([...cells], [6, 0]);
  const none = hiddenRows(system(0, 1, 2, 3), equations, pattern());
  assert.deepEqual([none.rows, none.cells.length, [...none.start]], [0, 0, [0]]);
});

function determined(systems: readonly LinearSystem[], ...cells: number[]): number[] {
  return determinedCells(systems, equations, pattern(...cells), PRIMES[0], randomStream(new Uint8Array(32)));
}

test('a cell that is alone in a row is determined, and so is what follows from it', () => {
  assert.deepEqual(determined([system(0, 1, 2, 3)], 1), [1]);
  assert.deepEqual(determined([system(0, 1, 2, 3)], 0, 1), [0, 1]);
  assert.deepEqual(determined([system(0, 1, 2, 3)], 1, 2), []);
  assert.deepEqual(determined([system(0, 1, 2, 3)], 0, 1, 3, 4), []);
  assert.deepEqual(determined([system(0, 1, 2, 3)], 0, 1, 4, 5), [0, 1]);
});

test('what one of several systems determines is determined, once, whichever it is', () => {
  assert.deepEqual(determined([system(0), system(1)], 5, 1), [1, 5]);
  assert.deepEqual(determined([system(0), system(0, 2)], 0, 1), [0, 1]);
  assert.deepEqual(determined([system(0, 2), system(0)], 0, 1), [0, 1]);
  assert.deepEqual(determined([system(0), system(0)], 0, 1), []);
  assert.deepEqual(determined([], 0, 1), []);
});
