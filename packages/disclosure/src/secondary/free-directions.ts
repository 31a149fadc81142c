import { eliminate } from '../audit/elimination.ts';
import { hiddenRows } from '../audit/hidden-rows.ts';
import { kernelBasis, type SparseVector } from '../audit/kernel-basis.ts';
import { kernelVector } from '../audit/kernel-vector.ts';
import { inverse, multiply } from '../audit/prime-field.ts';
import type { Equations } from '../system/equations.ts';
import type { LinearSystem } from '../system/linear-system.ts';
import type { RandomStream } from './random-stream.ts';

/**
 * The ways in which the hidden cells of one system can differ, as cells are published one by one.
 *
 * One random vector v stands for all of them: a hidden cell is determined where v is 0. Publishing cell j
 * leaves the solutions that are 0 at j. With any solution w that is not 0 there, v − (v_j / w_j) w is a
 * random one of those, and it differs from v only where w is not 0.
 */
export interface FreeDirections {
  /**
   * What publishing a cell would come to. Undefined where that is not to be seen before the rows have been
   * eliminated anew; never for the first one.
   */
  attempt(cell: number): Attempt | undefined;
  /** Publishes the cells of an attempt. Only the last one can be. */
  publish(attempt: Attempt): void;
  /** Entries looked at so far, to bound the work. */
  work(): number;
  /** Attempts get dearer with every cell published, until the rows are eliminated anew. */
  isWorn(): boolean;
}

/** Publishing one cell. */
export interface Attempt {
  readonly cell: number;
  /** All cells that would be determined with it, itself among them, in ascending order. */
  readonly determined: readonly number[];
  readonly direction: SparseVector;
}

/** Cells published before the rows are eliminated anew. */
const WORN = 100;
/** Looking at an entry while eliminating, against looking at one afterwards. */
const PRICE_OF_ELIMINATING = 10;

/** A solution that was used to publish a column: every later one must be 0 there. */
interface Used {
  readonly column: number;
  readonly direction: SparseVector;
  /** 1 / the value at the column. */
  readonly inverse: number;
}

/** Eliminates the rows that are left of a system and starts from a random solution. */
export function freeDirections(
  system: LinearSystem,
  equations: Equations,
  hidden: Uint8Array,
  prime: number,
  random: RandomStream,
): FreeDirections {
  const rows = hiddenRows(system, equations, hidden);
  const { cells } = rows;
  const columnOf = new Int32Array(hidden.length).fill(-1);
  for (let column = 0; column < cells.length; column++) columnOf[cells[column]!] = column;
  const echelon = eliminate(rows, prime);
  const basis = kernelBasis(echelon);
  const vector = kernelVector(echelon, random);
  const reduce = reduction(cells.length, prime);
  const used: Used[] = [];
  let work = rows.column.length * PRICE_OF_ELIMINATING;

  const through = (column: number): SparseVector | undefined => {
    const sparse = basis.through(column);
    if (!sparse) return NOWHERE;
    const reduced = reduce(sparse, used, column);
    work += used.length + (reduced?.columns.length ?? sparse.columns.length);
    // Sparse solutions can cancel out; a random one does not.
    if (reduced || used.length > 0) return reduced;
    work += rows.column.length;
    return everywhere(kernelVector(echelon, random));
  };

  return {
    work: () => work + basis.work(),
    isWorn: () => used.length >= WORN,
    attempt(cell) {
      const column = columnOf[cell]!;
      // In no row: nothing hangs together with it.
      const direction = column < 0 ? NOWHERE : through(column);
      if (!direction) return undefined;
      const { columns, values } = direction;
      if (columns.length === 0) return { cell, determined: [cell], direction };
      const at = columns.indexOf(column);
      const times = multiply(vector[column]!, inverse(values[at]!, prime), prime);
      const determined: number[] = [];
      for (let i = 0; i < columns.length; i++) {
        if (vector[columns[i]!] === multiply(times, values[i]!, prime)) determined.push(cells[columns[i]!]!);
      }
      return { cell, determined: determined.sort((a, b) => a - b), direction };
    },
    publish({ cell, direction }) {
      const column = columnOf[cell]!;
      const { columns, values } = direction;
      if (column < 0 || columns.length === 0) return;
      const use = { column, direction, inverse: inverse(values[columns.indexOf(column)]!, prime) };
      subtract(vector, direction, multiply(vector[column]!, use.inverse, prime), prime);
      used.push(use);
    },
  };
}

/** Publishing what is in no row, or 0 in every solution, changes no solution. */
const NOWHERE: SparseVector = { columns: new Int32Array(0), values: new Float64Array(0) };

function everywhere(values: Float64Array): SparseVector {
  return { columns: Int32Array.from(values, (_, column) => column), values };
}

/** Makes solutions 0 at every column published so far; undefined where that makes them 0 at a wanted one. */
function reduction(
  columns: number,
  prime: number,
): (start: SparseVector, used: readonly Used[], wanted: number) => SparseVector | undefined {
  const vector = new Float64Array(columns);
  const isIn = new Uint8Array(columns);
  const support = new Int32Array(columns);
  return (start, used, wanted) => {
    let count = 0;
    const enter = (j: number): void => {
      if (isIn[j] === 1) return;
      isIn[j] = 1;
      support[count++] = j;
    };
    for (let i = 0; i < start.columns.length; i++) {
      enter(start.columns[i]!);
      vector[start.columns[i]!] = start.values[i]!;
    }
    for (const { column, direction, inverse: over } of used) {
      if (vector[column] === 0) continue;
      subtract(vector, direction, multiply(vector[column]!, over, prime), prime);
      for (let i = 0; i < direction.columns.length; i++) enter(direction.columns[i]!);
    }
    const isThere = vector[wanted] !== 0;
    const left = support.slice(0, count).filter((j) => vector[j] !== 0);
    const values = Float64Array.from(left, (j) => vector[j]!);
    for (let i = 0; i < count; i++) {
      vector[support[i]!] = 0;
      isIn[support[i]!] = 0;
    }
    return isThere ? { columns: left, values } : undefined;
  };
}

/** Subtracts a multiple of a sparse vector. */
function subtract(from: Float64Array, { columns, values }: SparseVector, times: number, prime: number): void {
  for (let i = 0; i < columns.length; i++) {
    const rest = from[columns[i]!]! - multiply(times, values[i]!, prime);
    from[columns[i]!] = rest < 0 ? rest + prime : rest;
  }
}
