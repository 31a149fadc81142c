import type { RandomStream } from '../secondary/random-stream.ts';
import type { Echelon } from './elimination.ts';
import { inverse, multiply } from './prime-field.ts';

/**
 * A random solution of a homogeneous system over a prime field, one entry per column: a way in which
 * the hidden cells could differ without any published cell changing. A hidden cell is determined if and
 * only if the entry is 0 (a false alarm has probability 1 / prime).
 */
export function kernelVector(
  { matrix, prime, pivots, pivotRow, pivotColumn }: Echelon,
  random: RandomStream,
): Float64Array {
  const { start, length, column, value } = matrix;
  const vector = new Float64Array(matrix.columns);
  const isPivot = new Uint8Array(matrix.columns);
  for (let pivot = 0; pivot < pivots; pivot++) isPivot[pivotColumn[pivot]!] = 1;
  for (let j = 0; j < vector.length; j++) if (isPivot[j] === 0) vector[j] = 1 + random.below(prime - 1);
  for (let pivot = pivots - 1; pivot >= 0; pivot--) {
    const own = pivotColumn[pivot]!;
    const begin = start[pivotRow[pivot]!]!;
    const end = begin + length[pivotRow[pivot]!]!;
    let sum = 0;
    let lead = 0;
    for (let at = begin; at < end; at++) {
      const j = column[at]!;
      if (j === own) lead = value[at]!;
      else sum += multiply(value[at]!, vector[j]!, prime);
    }
    sum %= prime;
    if (sum === 0) continue;
    vector[own] =
      lead === 1
        ? prime - sum
        : lead === prime - 1
          ? sum
          : multiply(prime - sum, inverse(lead, prime), prime);
  }
  return vector;
}
