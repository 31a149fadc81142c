import type { HiddenRows } from './hidden-rows.ts';
import { putRow, removeRow, type RowQueue, rowQueue, takeShortest } from './row-queue.ts';
import { placeOf, type SparseRows, sparseRows } from './sparse-rows.ts';
import { finish, prepare, subtractFrom, type Subtraction, subtraction } from './subtraction.ts';

/**
 * Rows in echelon form: a pivot row has its own column, and columns that are pivots later or never. The
 * column of a pivot stands in no later row.
 */
export interface Echelon {
  readonly matrix: SparseRows;
  readonly prime: number;
  /** Pivots in the order in which they were found. */
  readonly pivots: number;
  readonly pivotRow: Int32Array;
  readonly pivotColumn: Int32Array;
}

/** An elimination under way. */
interface Elimination {
  readonly matrix: SparseRows;
  readonly subtraction: Subtraction;
  readonly queue: RowQueue;
  /** 1 for rows that are pivots, or empty. */
  readonly done: Uint8Array;
  readonly pivotRow: Int32Array;
  readonly pivotColumn: Int32Array;
  pivots: number;
}

/**
 * Brings rows into echelon form over a prime field. Columns that stand in one row only are pivots for
 * nothing; otherwise the shortest row is next, with its rarest column, which keeps the fill low.
 */
export function eliminate(hidden: HiddenRows, prime: number): Echelon {
  const matrix = sparseRows(hidden, prime);
  const { rows, columns } = matrix;
  const elimination: Elimination = {
    matrix,
    subtraction: subtraction(matrix, prime),
    queue: rowQueue(rows, columns),
    done: new Uint8Array(rows),
    pivotRow: new Int32Array(rows),
    pivotColumn: new Int32Array(rows),
    pivots: 0,
  };
  begin(elimination);
  while (takeLonely(elimination) || takeRow(elimination));
  const { pivots, pivotRow, pivotColumn } = elimination;
  return { matrix, prime, pivots, pivotRow, pivotColumn };
}

function begin({ matrix, queue }: Elimination): void {
  for (let row = matrix.rows - 1; row >= 0; row--) putRow(queue, row, matrix.length[row]!);
  for (let column = 0; column < matrix.columns; column++) {
    if (matrix.count[column] === 1) matrix.lonely.push(column);
  }
}

/** Makes a column that stands in one row the pivot of that row; false when there is none. */
function takeLonely(elimination: Elimination): boolean {
  const { matrix, queue, done } = elimination;
  for (let column = matrix.lonely.pop(); column !== undefined; column = matrix.lonely.pop()) {
    if (matrix.count[column] !== 1) continue;
    const row = rowWith(matrix, column, done);
    removeRow(queue, row);
    enterPivot(elimination, row, column);
    return true;
  }
  return false;
}

/** Makes a shortest row a pivot, or leaves it if it is empty; false when there is none. */
function takeRow(elimination: Elimination): boolean {
  const { matrix, queue, done } = elimination;
  const row = takeShortest(queue);
  if (row < 0) return false;
  if (matrix.length[row] === 0) done[row] = 1;
  else {
    const column = rarestColumn(matrix, row);
    if (matrix.count[column]! > 1) clearColumn(elimination, row, column);
    enterPivot(elimination, row, column);
  }
  return true;
}

/** Clears the column of a pivot in all other rows. */
function clearColumn(
  { matrix, subtraction: work, queue, done }: Elimination,
  row: number,
  column: number,
): void {
  prepare(work, row, column);
  for (let link = matrix.firstLink[column]!; link >= 0; link = matrix.nextLink[link]!) {
    const other = matrix.linkedRow[link]!;
    if (other === row || done[other] === 1) continue;
    if (subtractFrom(work, other)) putRow(queue, other, matrix.length[other]!);
  }
  finish(work);
}

function enterPivot(elimination: Elimination, row: number, column: number): void {
  const { matrix, done, pivotRow, pivotColumn } = elimination;
  const { count, lonely, start, length } = matrix;
  done[row] = 1;
  pivotRow[elimination.pivots] = row;
  pivotColumn[elimination.pivots++] = column;
  const end = start[row]! + length[row]!;
  for (let at = start[row]!; at < end; at++) {
    const j = matrix.column[at]!;
    if (--count[j]! === 1) lonely.push(j);
  }
  count[column] = 0;
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
