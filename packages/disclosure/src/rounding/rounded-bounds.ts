import type { Equations } from '../system/equations.ts';

/** The least and the most each cell can be. */
export interface CellBounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** How often a row is looked at; the bounds are valid whenever one stops. */
const VISITS = 100;

/**
 * What somebody finds out about cells of which he knows ranges, and that they add up: in every row the rest
 * leaves each cell only so much room. Repeated until nothing changes. Every bound found is one he has proven; a
 * linear program could prove narrower ones, over several rows at once.
 *
 * @param rows rows of the equations that hold for the measure
 * @param bounds what is known of each cell by itself; narrowed in place
 */
export function narrowRanges(equations: Equations, rows: readonly number[], bounds: CellBounds): void {
  const { start, cell } = equations;
  const rowsOf = new Map<number, number[]>();
  for (const row of rows) {
    for (let at = start[row]!; at < start[row + 1]!; at++) {
      const known = rowsOf.get(cell[at]!);
      if (known) known.push(row);
      else rowsOf.set(cell[at]!, [row]);
    }
  }
  const visits = new Map<number, number>();
  const waiting = new Set(rows);
  // A set goes on to what is added while it is walked through.
  for (const row of waiting) {
    waiting.delete(row);
    const before = visits.get(row) ?? 0;
    if (before >= VISITS) continue;
    visits.set(row, before + 1);
    for (const changed of narrowRow(cell.subarray(start[row], start[row + 1]), bounds)) {
      for (const touched of rowsOf.get(changed)!) if (touched !== row) waiting.add(touched);
    }
  }
}

/** One row, its first cell the sum of the others, until nothing in it changes. */
function narrowRow(cells: Int32Array, { low, high }: CellBounds): Set<number> {
  const changed = new Set<number>();
  for (let found = true; found;) {
    found = false;
    const least = sumOf(cells, low);
    const most = sumOf(cells, high);
    const narrow = (cell: number, floor: number, roof: number): void => {
      if (floor <= low[cell]! && roof >= high[cell]!) return;
      low[cell] = Math.max(low[cell]!, floor);
      high[cell] = Math.min(high[cell]!, roof);
      changed.add(cell);
      found = true;
    };
    const whole = cells[0]!;
    narrow(whole, least.all, most.all);
    for (let at = 1; at < cells.length && !found; at++) {
      const part = cells[at]!;
      narrow(part, low[whole]! - most.without(high[part]!), high[whole]! - least.without(low[part]!));
    }
  }
  return changed;
}

/** The sum over the parts of a row, from which one can be left out even where others are without limit. */
function sumOf(cells: Int32Array, bound: Float64Array): { all: number; without(one: number): number } {
  let finite = 0;
  let infinite = 0;
  for (let at = 1; at < cells.length; at++) {
    const value = bound[cells[at]!]!;
    if (value === Infinity) infinite++;
    else finite += value;
  }
  return {
    all: infinite > 0 ? Infinity : finite,
    without: (one) => {
      const others = one === Infinity ? infinite - 1 : infinite;
      if (others > 0) return Infinity;
      return one === Infinity ? finite : finite - one;
    },
  };
}
