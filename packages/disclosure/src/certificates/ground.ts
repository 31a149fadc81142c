import type { Inequalities } from '../system/inequalities.ts';

/** Inequalities with so little slack that a perturbation might break them, by row and by cell. */
export interface TightRows {
  readonly rows: number;
  readonly slack: Int32Array;
  /** Members of row r: `cell[start[r]] … cell[start[r + 1] - 1]`. */
  readonly start: Int32Array;
  readonly cell: Int32Array;
  readonly factor: Int8Array;
  /** Rows of cell c: `rowOf[rowStart[c]] … rowOf[rowStart[c + 1] - 1]`, with its factor there. */
  readonly rowStart: Int32Array;
  readonly rowOf: Int32Array;
  readonly factorOf: Int8Array;
}

/** What the search for certificates stands on: how far each cell can move, and what it costs to hide. */
export interface Ground {
  /** How many persons fewer a cell could have. */
  readonly room: Int32Array;
  /** How many persons more a cell could have. */
  readonly roof: Int32Array;
  /** `FIXED` for cells that may not change: published zeros, and what was published before. `CLOSED` during a try. */
  readonly fixed: Uint8Array;
  /** 1 for cells that are hidden whatever certificates need. */
  readonly hidden: Uint8Array;
  /** Cost of hiding a cell. */
  readonly cost: Float64Array;
  readonly tight: TightRows;
  /** The codes of a cell where persons do not add up, as one number. */
  readonly code: Float64Array;
  /** Node of a cell in a hierarchy. */
  node(cell: number, hierarchy: number): number;
}

/** A whole-number change of hidden cells that leaves every sum and every published cell as it is. */
export interface Perturbation {
  readonly cells: Int32Array;
  readonly change: Int32Array;
}

/** How often a perturbation can be added (`up`) and taken away (`down`) with all cells staying possible. */
export interface Reach {
  readonly up: number;
  readonly down: number;
}

/** A cell that cannot change. */
export const FIXED = 1;
/** A cell that a try does without. */
export const CLOSED = 2;

/** A perturbation changes no cell by more than this, times the steps taken. */
export const MOST_CHANGE = 8;

/** Inequalities with more slack cannot be broken by changes up to `MOST_CHANGE`. */
export const TIGHT = { pair: 2 * MOST_CHANGE, perPart: MOST_CHANGE };

/** Arranges inequalities by cell. Rows that are no knowledge of anybody are left out. */
export function tightRows(all: Inequalities, cells: number): TightRows {
  const kept = Array.from({ length: all.rows }, (_, row) => row).filter((row) => all.holds[row] === 1);
  const start = new Int32Array(kept.length + 1);
  kept.forEach((row, at) => (start[at + 1] = start[at]! + all.start[row + 1]! - all.start[row]!));
  const cell = new Int32Array(start[kept.length]!);
  const factor = new Int8Array(cell.length);
  const rowStart = new Int32Array(cells + 1);
  kept.forEach((row, at) => {
    cell.set(all.cell.subarray(all.start[row], all.start[row + 1]), start[at]!);
    factor.set(all.factor.subarray(all.start[row], all.start[row + 1]), start[at]!);
  });
  for (const one of cell) rowStart[one + 1]!++;
  for (let one = 0; one < cells; one++) rowStart[one + 1]! += rowStart[one]!;
  const next = rowStart.slice();
  const rowOf = new Int32Array(cell.length);
  const factorOf = new Int8Array(cell.length);
  for (let row = 0; row < kept.length; row++) {
    for (let at = start[row]!; at < start[row + 1]!; at++) {
      const place = next[cell[at]!]!++;
      rowOf[place] = row;
      factorOf[place] = factor[at]!;
    }
  }
  const slack = Int32Array.from(kept, (row) => all.slack[row]!);
  return { rows: kept.length, slack, start, cell, factor, rowStart, rowOf, factorOf };
}
