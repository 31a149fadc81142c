import type { Echelon } from './elimination.ts';
import { inverse, multiply } from './prime-field.ts';

/** A vector by the places where it is not 0. */
export interface SparseVector {
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Solutions of a homogeneous system, sparse ones. */
export interface KernelBasis {
  /**
   * A solution that is likely not 0 at a column: it has 1 in one free column that the column depends on,
   * and 0 in all other free columns. Undefined where every solution is 0.
   */
  through(column: number): SparseVector | undefined;
  /** Entries looked at so far, to bound the work. */
  work(): number;
}

/** Takes solutions out of rows in echelon form. */
export function kernelBasis(echelon: Echelon): KernelBasis {
  const { matrix, prime, pivots, pivotRow, pivotColumn } = echelon;
  const { start, length, column, value } = matrix;
  const freeOf = freeColumns(echelon);
  const users = usersOfColumns(echelon);
  const vector = new Float64Array(matrix.columns);
  const waiting = new Uint8Array(pivots);
  let work = 0;

  /** What the column of a pivot must be, given the columns that stand in its row. */
  const solve = (pivot: number): number => {
    const own = pivotColumn[pivot]!;
    const from = start[pivotRow[pivot]!]!;
    const end = from + length[pivotRow[pivot]!]!;
    let sum = 0;
    let lead = 0;
    for (let at = from; at < end; at++) {
      const j = column[at]!;
      if (j === own) lead = value[at]!;
      else if (vector[j] !== 0) sum += multiply(value[at]!, vector[j]!, prime);
    }
    work += end - from;
    sum %= prime;
    return sum === 0 ? 0 : multiply(prime - sum, lead === 1 ? 1 : inverse(lead, prime), prime);
  };

  return {
    work: () => work,
    through(wanted) {
      const free = freeOf[wanted]!;
      if (free < 0) return undefined;
      let last = -1;
      let pending = 0;
      const enter = (j: number): void => {
        for (let at = users.start[j]!; at < users.start[j + 1]!; at++) {
          const pivot = users.pivot[at]!;
          if (waiting[pivot] === 1) continue;
          waiting[pivot] = 1;
          pending++;
          if (pivot > last) last = pivot;
        }
      };
      const support = [free];
      vector[free] = 1;
      enter(free);
      // Rows refer to later pivots alone, so going backwards everything a row needs is known.
      for (let pivot = last; pending > 0; pivot--, work++) {
        if (waiting[pivot] === 0) continue;
        waiting[pivot] = 0;
        pending--;
        const solved = solve(pivot);
        if (solved === 0) continue;
        vector[pivotColumn[pivot]!] = solved;
        support.push(pivotColumn[pivot]!);
        enter(pivotColumn[pivot]!);
      }
      const values = Float64Array.from(support, (j) => vector[j]!);
      for (const j of support) vector[j] = 0;
      return { columns: Int32Array.from(support), values };
    },
  };
}

/** A free column that each column depends on, a near one; −1 where it is 0 in every solution. */
function freeColumns({ matrix, pivots, pivotRow, pivotColumn }: Echelon): Int32Array {
  const free = Int32Array.from({ length: matrix.columns }, (_, column) => column);
  for (let pivot = 0; pivot < pivots; pivot++) free[pivotColumn[pivot]!] = -1;
  for (let pivot = pivots - 1; pivot >= 0; pivot--) {
    const from = matrix.start[pivotRow[pivot]!]!;
    const end = from + matrix.length[pivotRow[pivot]!]!;
    let found = -1;
    for (let at = from; at < end; at++) {
      const j = matrix.column[at]!;
      if (free[j]! < 0) continue;
      found = free[j]!;
      if (found === j) break;
    }
    free[pivotColumn[pivot]!] = found;
  }
  return free;
}

/** Pivots in whose rows a column stands without being their own, by column. */
function usersOfColumns({ matrix, pivots, pivotRow, pivotColumn }: Echelon): {
  readonly start: Int32Array;
  readonly pivot: Int32Array;
} {
  const first = new Int32Array(matrix.columns + 1);
  const visit = (met: (column: number, pivot: number) => void): void => {
    for (let pivot = 0; pivot < pivots; pivot++) {
      const from = matrix.start[pivotRow[pivot]!]!;
      const end = from + matrix.length[pivotRow[pivot]!]!;
      for (let at = from; at < end; at++) {
        const j = matrix.column[at]!;
        if (j !== pivotColumn[pivot]) met(j, pivot);
      }
    }
  };
  visit((column) => first[column + 1]!++);
  for (let j = 0; j < matrix.columns; j++) first[j + 1]! += first[j]!;
  const next = first.slice();
  const pivot = new Int32Array(first[matrix.columns]!);
  visit((column, user) => (pivot[next[column]!++] = user));
  return { start: first, pivot };
}
