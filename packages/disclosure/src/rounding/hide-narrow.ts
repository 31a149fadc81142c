import { ProtectionError } from '../secondary/repair.ts';
import type { Equations, RowsOfCell } from '../system/equations.ts';
import { type CellBounds, narrowRanges } from './rounded-bounds.ts';

/** A measure of which the ranges are looked at: its numbers by cell, and what is published of them. */
export interface RoundedMeasure {
  /** Rows of the equations that hold for it. */
  readonly rows: readonly number[];
  /** What anybody knows of a cell by itself, given which are hidden. */
  readonly known: (cell: number) => { readonly low: number; readonly high: number };
  /** How many whole numbers must remain possible. 1 where the number is no secret. */
  readonly needed: (cell: number) => number;
  /** Is a release impossible in which that cannot be had? Else as much is hidden as helps. */
  readonly must: boolean;
}

/** Rounds of narrowing and hiding before the release is given up. */
const ROUNDS = 200;

/**
 * Hides further cells until every number keeps as many possibilities as it needs: first the cell itself, and
 * where that is hidden already the cheapest published one in a row with it, or in the nearest rows that have one.
 *
 * @param hidden 1 where a cell is hidden, written to
 * @param cost what hiding a cell costs; Infinity for what must not be hidden
 * @returns how many cells were hidden
 * @throws ProtectionError when there is nothing left to hide, and there must be
 */
export function hideNarrow(
  measures: readonly RoundedMeasure[],
  equations: Equations,
  rowsOf: RowsOfCell,
  hidden: Uint8Array,
  cost: Float64Array,
): number {
  let added = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const helped = new Set<number>();
    const hide = (cell: number): void => {
      hidden[cell] = 1;
      added++;
      for (let at = rowsOf.start[cell]!; at < rowsOf.start[cell + 1]!; at++) helped.add(rowsOf.row[at]!);
    };
    const before = added;
    let stuck = false;
    for (const measure of measures) {
      for (const cell of narrowCells(measure, equations, hidden.length)) {
        // A row in which something has just been hidden is looked at again first.
        if (rowsWith(cell, rowsOf).some((row) => helped.has(row))) continue;
        const reach = measure.must ? Infinity : 1;
        const other = hidden[cell]
          ? nearestPublished(cell, reach, equations, rowsOf, { hidden, cost })
          : cell;
        if (other !== undefined) hide(other);
        else if (measure.must) stuck = true;
      }
    }
    if (added > before) continue;
    if (stuck) throw new ProtectionError('Rounding leaves a number too narrow');
    return added;
  }
  throw new ProtectionError('The rounded release could not be made safe in time');
}

function narrowCells({ rows, known, needed }: RoundedMeasure, equations: Equations, cells: number): number[] {
  const bounds: CellBounds = { low: new Float64Array(cells), high: new Float64Array(cells) };
  for (let cell = 0; cell < cells; cell++) {
    const { low, high } = known(cell);
    bounds.low[cell] = low;
    bounds.high[cell] = high;
  }
  narrowRanges(equations, rows, bounds);
  const found: number[] = [];
  for (let cell = 0; cell < cells; cell++) {
    if (bounds.high[cell]! - bounds.low[cell]! + 1 < needed(cell)) found.push(cell);
  }
  return found;
}

function rowsWith(cell: number, { start, row }: RowsOfCell): number[] {
  return [...row.subarray(start[cell], start[cell + 1])];
}

/** The cheapest cell that can be hidden in the rows of a cell; failing that, in the rows of those; and so on. */
function nearestPublished(
  from: number,
  reach: number,
  { start, cell: cells }: Equations,
  rowsOf: RowsOfCell,
  { hidden, cost }: { readonly hidden: Uint8Array; readonly cost: Float64Array },
): number | undefined {
  const seen = new Set([from]);
  let frontier = [from];
  for (let step = 0; step < reach && frontier.length > 0; step++) {
    const beside = frontier.flatMap((cell) =>
      rowsWith(cell, rowsOf).flatMap((row) => [...cells.subarray(start[row], start[row + 1])]),
    );
    frontier = [...new Set(beside)].filter((cell) => !seen.has(cell) && cost[cell] !== Infinity);
    for (const cell of frontier) seen.add(cell);
    const published = frontier.filter((cell) => !hidden[cell]);
    if (published.length > 0)
      return published.reduce((best, cell) => (cost[cell]! < cost[best]! ? cell : best));
  }
  return undefined;
}
