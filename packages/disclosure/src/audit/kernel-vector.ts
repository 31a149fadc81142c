import type { RandomStream } from '../secondary/random-stream.ts';
import { eliminate } from './elimination.ts';
import type { HiddenRows } from './hidden-rows.ts';
import { multiply } from './prime-field.ts';
import { sparseMatrix } from './sparse-matrix.ts';

/**
 * A random solution of the homogeneous system over a prime field, one entry per column: a way in which
 * the hidden cells could differ without any published cell changing. A hidden cell is determined if and
 * only if the entry is 0 (a false alarm has probability 1 / prime).
 */
export function kernelVector(rows: HiddenRows, prime: number, random: RandomStream): Float64Array {
  const matrix = sparseMatrix(rows.cells.length, rows.start, rows.column, rows.sign, prime);
  const pivots = eliminate(matrix, prime);
  const vector = new Float64Array(rows.cells.length);
  for (let column = 0; column < vector.length; column++) vector[column] = 1 + random.below(prime - 1);
  for (let pivot = pivots.count - 1; pivot >= 0; pivot--) {
    const row = pivots.row[pivot]!;
    const column = pivots.column[pivot]!;
    const end = matrix.start[row]! + matrix.length[row]!;
    let sum = 0;
    for (let at = matrix.start[row]!; at < end; at++) {
      const j = matrix.column[at]!;
      if (j === column) continue;
      sum += multiply(matrix.value[at]!, vector[j]!, prime);
      if (sum >= prime) sum -= prime;
    }
    vector[column] = sum === 0 ? 0 : prime - sum;
  }
  return vector;
}
