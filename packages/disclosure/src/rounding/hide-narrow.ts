import { ProtectionError } from '../secondary/repair.ts';
import type { Equations, RowsOfCell } from '../system/equations.ts';
import { type CellBounds, narrowRanges } from './rounded-bounds.ts';

/** A measure of which the ranges are looked at: its numbers by cell, and what is published of them. */
export interface RoundedMeasure {
  /** 1 for the rows of the equations that hold for it. */
  readonly holds: Uint8Array;
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
  // First as far as it helps, which is more: after that there is seldom anything that must be done.
  const knowing = measures.filter(({ must }) => !must);
  const others = measures.filter(({ must }) => must);
  let added = 0;
  for (const group of [knowing, others]) {
    for (let round = 0; ; round++) {
      if (round === ROUNDS) throw new ProtectionError('The rounded release could not be made safe in time');
      const { hid, stuck } = hideRound(group, equations, rowsOf, hidden, cost);
      added += hid;
      if (hid > 0) continue;
      if (stuck) throw new ProtectionError('Rounding leaves a number too narrow');
      break;
    }
  }
  return added;
}

/** Helps every number that is too narrow, once; in a row in which something is hidden the others wait. */
function hideRound(
  measures: readonly RoundedMeasure[],
  equations: Equations,
  rowsOf: RowsOfCell,
  hidden: Uint8Array,
  cost: Float64Array,
): { hid: number; stuck: boolean } {
  const helped = new Uint8Array(equations.rows);
  let hid = 0;
  let stuck = false;
  for (const measure of measures) {
    const reach = measure.must ? Infinity : 1;
    for (const cell of narrowCells(measure, equations, rowsOf, hidden.length)) {
      const rows = rowsWith(cell, rowsOf);
      if (rows.some((row) => helped[row])) continue;
      const chosen = hidden[cell] ? nearestPublished(cell, reach, equations, rowsOf, { hidden, cost }) : cell;
      if (chosen === undefined) {
        stuck ||= measure.must;
        continue;
      }
      hidden[chosen] = 1;
      hid++;
      for (const row of rowsWith(chosen, rowsOf)) helped[row] = 1;
    }
  }
  return { hid, stuck };
}

function narrowCells(
  { holds, known, needed }: RoundedMeasure,
  equations: Equations,
  rowsOf: RowsOfCell,
  cells: number,
): number[] {
  const bounds: CellBounds = { low: new Float64Array(cells), high: new Float64Array(cells) };
  for (let cell = 0; cell < cells; cell++) {
    const { low, high } = known(cell);
    bounds.low[cell] = low;
    bounds.high[cell] = high;
  }
  narrowRanges(equations, rowsOf, holds, bounds);
  const found: number[] = [];
  for (let cell = 0; cell < cells; cell++) {
    if (bounds.high[cell]! - bounds.low[cell]! + 1 < needed(cell)) found.push(cell);
  }
  return found;
}

function rowsWith(cell: number, { start, row }: RowsOfCell): Int32Array {
  return row.subarray(start[cell], start[cell + 1]);
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
      [...rowsWith(cell, rowsOf)].flatMap((row) => [...cells.subarray(start[row], start[row + 1])]),
    );
    frontier = [...new Set(beside)].filter((cell) => !seen.has(cell) && cost[cell] !== Infinity);
    for (const cell of frontier) seen.add(cell);
    const published = frontier.filter((cell) => !hidden[cell]);
    if (published.length > 0)
      return published.reduce((best, cell) => (cost[cell]! < cost[best]! ? cell : best));
  }
  return undefined;
}
