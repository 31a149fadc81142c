import { inverse } from './prime-field.ts';
import { linkRow, moveRow, placeOf, type SparseRows } from './sparse-rows.ts';

/** Subtraction of multiples of one pivot row after another. */
export interface Subtraction {
  readonly matrix: SparseRows;
  readonly prime: number;
  readonly inverseOfPrime: number;
  /** Place of each column in the pivot row, plus 1. */
  readonly placeInPivot: Int32Array;
  /** The row that last met each entry of the pivot row. */
  metBy: Int32Array;
  pivotStart: number;
  pivotLength: number;
  /** The column to be cleared, and what its entry in a row is multiplied by to clear it. */
  cleared: number;
  scale: number;
}

export function subtraction(matrix: SparseRows, prime: number): Subtraction {
  return {
    matrix,
    prime,
    inverseOfPrime: 1 / prime,
    placeInPivot: new Int32Array(matrix.columns),
    metBy: new Int32Array(256),
    pivotStart: 0,
    pivotLength: 0,
    cleared: 0,
    scale: 0,
  };
}

/** Takes a pivot row, whose entry in a column is to be cleared elsewhere. */
export function prepare(work: Subtraction, row: number, column: number): void {
  const { matrix, prime, placeInPivot } = work;
  const start = matrix.start[row]!;
  const length = matrix.length[row]!;
  if (work.metBy.length < length) work.metBy = new Int32Array(2 * length);
  for (let i = 0; i < length; i++) {
    work.metBy[i] = -1;
    placeInPivot[matrix.column[start + i]!] = i + 1;
  }
  const lead = matrix.value[start + placeInPivot[column]! - 1]!;
  work.pivotStart = start;
  work.pivotLength = length;
  work.cleared = column;
  work.scale = prime - (lead === 1 || lead === prime - 1 ? lead : inverse(lead, prime));
}

/** Lets go of the pivot row. */
export function finish({ matrix, placeInPivot, pivotStart, pivotLength }: Subtraction): void {
  for (let i = 0; i < pivotLength; i++) placeInPivot[matrix.column[pivotStart + i]!] = 0;
}

/** Clears the column in a row; false when the row does not have it. */
export function subtractFrom(work: Subtraction, row: number): boolean {
  const { matrix, prime, inverseOfPrime, placeInPivot, metBy, pivotStart, pivotLength, cleared } = work;
  const { start, length, count } = matrix;
  let { column, value } = matrix;
  const at = placeOf(matrix, row, cleared);
  if (at < 0) return false;
  const scaled = value[at]! * work.scale;
  let factor = scaled - Math.floor(scaled * inverseOfPrime) * prime;
  if (factor < 0) factor += prime;
  else if (factor >= prime) factor -= prime;

  // Where the row has entries too: in place.
  const end = start[row]! + length[row]!;
  let next = start[row]!;
  let met = 0;
  for (let now = next; now < end; now++) {
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
        if (j !== cleared && --count[j]! === 1) matrix.lonely.push(j);
        continue;
      }
    }
    column[next] = j;
    value[next++] = sum;
  }
  length[row] = next - start[row]!;

  // What stands in the pivot row alone: at the end.
  const longer = length[row]! + pivotLength - met;
  if (longer > matrix.room[row]!) {
    moveRow(matrix, row, longer);
    ({ column, value } = matrix);
    next = start[row]! + length[row]!;
  }
  for (let i = 0; met < pivotLength; i++) {
    if (metBy[i] === row) continue;
    const product = factor * value[pivotStart + i]!;
    let added = product - Math.floor(product * inverseOfPrime) * prime;
    if (added < 0) added += prime;
    else if (added >= prime) added -= prime;
    column[next] = column[pivotStart + i]!;
    value[next] = added;
    linkRow(matrix, column[next++]!, row);
    met++;
  }
  length[row] = longer;
  return true;
}
