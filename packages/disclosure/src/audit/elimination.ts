import type { HiddenRows } from './hidden-rows.ts';
import { inverse } from './prime-field.ts';
import { rowQueue } from './row-queue.ts';
import { linkRow, moveRow, placeOf, type SparseRows, sparseRows } from './sparse-rows.ts';

/** Rows in echelon form: each pivot row has entries only in its own column and in columns without a later row. */
export interface Echelon {
  readonly matrix: SparseRows;
  readonly prime: number;
  /** Pivots in the order in which they were found. */
  readonly pivots: number;
  readonly pivotRow: Int32Array;
  readonly pivotColumn: Int32Array;
}

/**
 * Brings rows into echelon form over a prime field. Columns that stand in one row only are pivots for
 * nothing; otherwise the shortest row is next, with its rarest column, which keeps the fill low.
 */
export function eliminate(hidden: HiddenRows, prime: number): Echelon {
  const matrix = sparseRows(hidden, prime);
  const { rows, columns, count, firstLink, length } = matrix;
  const pivotRow = new Int32Array(rows);
  const pivotColumn = new Int32Array(rows);
  const done = new Uint8Array(rows);
  const queue = rowQueue(rows, columns);
  const lonely: number[] = [];
  const subtract = subtraction(matrix, prime, lonely);
  let pivots = 0;
  for (let row = rows - 1; row >= 0; row--) queue.put(row, length[row]!);
  for (let column = 0; column < columns; column++) if (count[column] === 1) lonely.push(column);

  const pivot = (row: number, column: number): void => {
    done[row] = 1;
    pivotRow[pivots] = row;
    pivotColumn[pivots++] = column;
    const begin = matrix.start[row]!;
    const end = begin + length[row]!;
    if (count[column]! > 1) {
      subtract.prepare(row, column);
      for (let link = firstLink[column]!; link >= 0; link = matrix.nextLink[link]!) {
        const other = matrix.linkedRow[link]!;
        if (done[other] === 0 && subtract.from(other)) queue.put(other, length[other]!);
      }
      subtract.finish();
    }
    for (let at = begin; at < end; at++) {
      const j = matrix.column[at]!;
      if (--count[j]! === 1) lonely.push(j);
    }
    count[column] = 0;
  };

  for (;;) {
    const column = lonely.pop();
    if (column !== undefined) {
      if (count[column] !== 1) continue;
      const row = rowWith(matrix, column, done);
      queue.remove(row);
      pivot(row, column);
      continue;
    }
    const row = queue.takeShortest();
    if (row < 0) break;
    if (length[row] === 0) done[row] = 1;
    else pivot(row, rarestColumn(matrix, row));
  }
  return { matrix, prime, pivots, pivotRow, pivotColumn };
}

function rowWith(matrix: SparseRows, column: number, done: Uint8Array): number {
  for (let link = matrix.firstLink[column]!; link >= 0; link = matrix.nextLink[link]!) {
    const row = matrix.linkedRow[link]!;
    if (done[row] === 0 && placeOf(matrix, row, column) >= 0) return row;
  }
  throw new Error('A column that counts a row must be in one');
}

function rarestColumn({ start, length, column, count }: SparseRows, row: number): number {
  const end = start[row]! + length[row]!;
  let best = column[start[row]!]!;
  for (let at = start[row]! + 1; at < end; at++) {
    if (count[column[at]!]! < count[best]!) best = column[at]!;
  }
  return best;
}

/** Subtraction of multiples of one pivot row after another. */
interface Subtraction {
  /** Takes a pivot row, whose entry in `column` is to be cleared elsewhere. */
  prepare(row: number, column: number): void;
  /** Clears the column in a row; false when the row does not have it. */
  from(row: number): boolean;
  /** Lets go of the pivot row. */
  finish(): void;
}

/** @param lonely gets every column that is left in one row only */
function subtraction(matrix: SparseRows, prime: number, lonely: number[]): Subtraction {
  const { start, length, room, count } = matrix;
  const inverseOfPrime = 1 / prime;
  /** Place of each column in the pivot row, plus 1. */
  const placeInPivot = new Int32Array(matrix.columns);
  /** The row that last met each entry of the pivot row. */
  let metBy = new Int32Array(256);
  let pivotStart = 0;
  let pivotLength = 0;
  let cleared = 0;
  let scale = 0;

  return {
    prepare(row, column) {
      pivotStart = start[row]!;
      pivotLength = length[row]!;
      cleared = column;
      if (metBy.length < pivotLength) metBy = new Int32Array(2 * pivotLength);
      for (let i = 0; i < pivotLength; i++) {
        metBy[i] = -1;
        placeInPivot[matrix.column[pivotStart + i]!] = i + 1;
      }
      const lead = matrix.value[pivotStart + placeInPivot[column]! - 1]!;
      scale = prime - (lead === 1 || lead === prime - 1 ? lead : inverse(lead, prime));
    },
    from(row) {
      const at = placeOf(matrix, row, cleared);
      if (at < 0) return false;
      let { column, value } = matrix;
      const first = value[at]! * scale;
      let factor = first - Math.floor(first * inverseOfPrime) * prime;
      if (factor < 0) factor += prime;
      else if (factor >= prime) factor -= prime;
      // What is in both rows, in place.
      const begin = start[row]!;
      const end = begin + length[row]!;
      let kept = begin;
      let met = 0;
      for (let now = begin; now < end; now++) {
        const j = column[now]!;
        const place = placeInPivot[j]! - 1;
        let sum = value[now]!;
        if (place >= 0) {
          metBy[place] = row;
          met++;
          const product = factor * value[pivotStart + place]! + sum;
          sum = product - Math.floor(product * inverseOfPrime) * prime;
          if (sum < 0) sum += prime;
          else if (sum >= prime) sum -= prime;
          if (sum === 0) {
            if (j !== cleared && --count[j]! === 1) lonely.push(j);
            continue;
          }
        }
        column[kept] = j;
        value[kept++] = sum;
      }
      length[row] = kept - begin;
      if (met === pivotLength) return true;
      // What is in the pivot row alone, at the end.
      const longer = kept - begin + pivotLength - met;
      if (longer > room[row]!) {
        moveRow(matrix, row, longer);
        ({ column, value } = matrix);
        kept = start[row]! + length[row]!;
      }
      for (let i = 0; i < pivotLength; i++) {
        if (metBy[i] === row) continue;
        const j = column[pivotStart + i]!;
        const product = factor * value[pivotStart + i]!;
        let added = product - Math.floor(product * inverseOfPrime) * prime;
        if (added < 0) added += prime;
        else if (added >= prime) added -= prime;
        column[kept] = j;
        value[kept++] = added;
        linkRow(matrix, j, row);
      }
      length[row] = longer;
      return true;
    },
    finish() {
      for (let i = 0; i < pivotLength; i++) placeInPivot[matrix.column[pivotStart + i]!] = 0;
    },
  };
}
