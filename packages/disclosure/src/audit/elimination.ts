import { inverse, multiply } from './prime-field.ts';
import { linkRow, placeOf, reserve, type SparseMatrix } from './sparse-matrix.ts';

/** The pivots of a forward elimination, in order. Each pivot row is left in the matrix with pivot 1. */
export interface Pivots {
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly count: number;
}

/**
 * Brings a sparse matrix over a prime field into echelon form. Columns that stand in one row only are
 * pivots for nothing; otherwise the shortest row is next, with its rarest column, which keeps the fill low.
 */
export function eliminate(matrix: SparseMatrix, prime: number): Pivots {
  const pivotRow = new Int32Array(matrix.rows);
  const pivotColumn = new Int32Array(matrix.rows);
  const done = new Uint8Array(matrix.rows);
  const place = new Int32Array(matrix.columns).fill(-1);
  const shortest = rowQueue(matrix.rows);
  const lonely: number[] = [];
  let count = 0;
  for (let row = 0; row < matrix.rows; row++) shortest.add(row, matrix.length[row]!);
  for (let column = 0; column < matrix.columns; column++) if (matrix.count[column] === 1) lonely.push(column);

  const leave = (column: number): void => {
    if (--matrix.count[column]! === 1) lonely.push(column);
  };

  const pivot = (row: number, column: number): void => {
    done[row] = 1;
    pivotRow[count] = row;
    pivotColumn[count++] = column;
    normalise(matrix, row, column, prime);
    for (let link = matrix.firstLink[column]!; link >= 0; link = matrix.nextLink[link]!) {
      const other = matrix.linkedRow[link]!;
      if (done[other]) continue;
      const at = placeOf(matrix, other, column);
      if (at < 0) continue;
      subtract(matrix, other, row, at, prime, place, leave);
      shortest.add(other, matrix.length[other]!);
    }
    matrix.count[column] = 0;
    const end = matrix.start[row]! + matrix.length[row]!;
    for (let at = matrix.start[row]!; at < end; at++)
      if (matrix.column[at] !== column) leave(matrix.column[at]!);
  };

  for (;;) {
    const column = lonely.pop();
    if (column !== undefined) {
      if (matrix.count[column] !== 1) continue;
      const row = rowWith(matrix, column, done);
      if (row >= 0) pivot(row, column);
      continue;
    }
    const row = shortest.take((candidate) => (done[candidate] ? -1 : matrix.length[candidate]!));
    if (row < 0) break;
    if (matrix.length[row] === 0) done[row] = 1;
    else pivot(row, rarestColumn(matrix, row));
  }
  return { row: pivotRow, column: pivotColumn, count };
}

function rowWith(matrix: SparseMatrix, column: number, done: Uint8Array): number {
  for (let link = matrix.firstLink[column]!; link >= 0; link = matrix.nextLink[link]!) {
    const row = matrix.linkedRow[link]!;
    if (!done[row] && placeOf(matrix, row, column) >= 0) return row;
  }
  return -1;
}

function rarestColumn(matrix: SparseMatrix, row: number): number {
  const end = matrix.start[row]! + matrix.length[row]!;
  let best = matrix.column[matrix.start[row]!]!;
  for (let at = matrix.start[row]! + 1; at < end; at++) {
    const column = matrix.column[at]!;
    if (matrix.count[column]! < matrix.count[best]!) best = column;
  }
  return best;
}

function normalise(matrix: SparseMatrix, row: number, column: number, prime: number): void {
  const factor = inverse(matrix.value[placeOf(matrix, row, column)]!, prime);
  if (factor === 1) return;
  const end = matrix.start[row]! + matrix.length[row]!;
  for (let at = matrix.start[row]!; at < end; at++)
    matrix.value[at] = multiply(matrix.value[at]!, factor, prime);
}

/** Clears the entry at `at` of a row by subtracting a multiple of the pivot row. */
function subtract(
  matrix: SparseMatrix,
  row: number,
  pivotRow: number,
  at: number,
  prime: number,
  place: Int32Array,
  leave: (column: number) => void,
): void {
  const factor = prime - matrix.value[at]!;
  const cleared = matrix.column[at]!;
  reserve(matrix, matrix.length[row]! + matrix.length[pivotRow]!);
  const { column, value } = matrix;
  const from = matrix.start[row]!;
  const first = matrix.end;
  let end = first;
  for (let old = from; old < from + matrix.length[row]!; old++) {
    if (old === at) continue;
    place[column[old]!] = end;
    column[end] = column[old]!;
    value[end++] = value[old]!;
  }
  const pivotEnd = matrix.start[pivotRow]! + matrix.length[pivotRow]!;
  for (let other = matrix.start[pivotRow]!; other < pivotEnd; other++) {
    const j = column[other]!;
    if (j === cleared) continue;
    const added = multiply(value[other]!, factor, prime);
    const here = place[j]!;
    if (here >= first) {
      const sum = value[here]! + added;
      value[here] = sum >= prime ? sum - prime : sum;
    } else {
      column[end] = j;
      value[end++] = added;
      linkRow(matrix, j, row);
    }
  }
  let kept = first;
  for (let now = first; now < end; now++) {
    const j = column[now]!;
    place[j] = -1;
    if (value[now] === 0) leave(j);
    else {
      column[kept] = j;
      value[kept++] = value[now]!;
    }
  }
  matrix.start[row] = first;
  matrix.length[row] = kept - first;
  matrix.end = kept;
}

/** Rows by length. A row may stand in several places; only the one with its present length counts. */
function rowQueue(rows: number): {
  add(row: number, length: number): void;
  take(lengthOf: (row: number) => number): number;
} {
  const byLength: number[][] = [];
  let least = 0;
  return {
    add(row, length) {
      while (byLength.length <= length) byLength.push([]);
      byLength[length]!.push(row);
      if (length < least) least = length;
    },
    take(lengthOf) {
      for (; least < byLength.length; least++) {
        for (let row = byLength[least]!.pop(); row !== undefined; row = byLength[least]!.pop()) {
          if (row < rows && lengthOf(row) === least) return row;
        }
      }
      return -1;
    },
  };
}
