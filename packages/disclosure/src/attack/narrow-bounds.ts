import type { PublishedRow } from './published-system.ts';

/** The least and the most each unknown can be, as far as is known. */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Bounds of unknowns of which nothing is known but that they are at least `least`. */
export function boundedFrom(unknowns: number, least: number): Bounds {
  return { low: new Float64Array(unknowns).fill(least), high: new Float64Array(unknowns).fill(Infinity) };
}

/** What an attacker sees who has the wrong numbers, or the wrong idea of hidden ones. */
export const CONTRADICTION = 'The published numbers contradict each other, or the bounds of hidden ones';

/** How often a row is looked at; the bounds are valid whenever one stops. */
const VISITS = 200;

/**
 * Narrows what the unknowns can be: they are whole, and in every equation the rest leaves each only so
 * much room. Repeated until nothing changes.
 *
 * @param start what is known beforehand, see `boundedFrom`
 * @returns bounds at least as narrow, in arrays of their own
 * @throws RangeError when nothing is left for an unknown
 */
export function narrowBounds(rows: readonly PublishedRow[], start: Bounds): Bounds {
  const low = start.low.slice();
  const high = start.high.slice();
  const unknowns = low.length;
  const rowsOf: number[][] = Array.from({ length: unknowns }, () => []);
  rows.forEach((row, index) => row.unknowns.forEach((unknown) => rowsOf[unknown]!.push(index)));
  const queue = rows.map((_, index) => index);
  const queued = new Uint8Array(rows.length).fill(1);
  const visits = new Uint16Array(rows.length);

  for (let next = 0; next < queue.length; next++) {
    const index = queue[next]!;
    queued[index] = 0;
    if (visits[index]!++ >= VISITS) continue;
    for (const changed of narrowRow(rows[index]!, low, high)) {
      for (const touched of rowsOf[changed]!) {
        if (queued[touched]) continue;
        queued[touched] = 1;
        queue.push(touched);
      }
    }
  }
  if (low.some((least, unknown) => least > high[unknown]!)) throw new RangeError(CONTRADICTION);
  return { low, high };
}

function narrowRow(
  { unknowns, signs, total }: PublishedRow,
  low: Float64Array,
  high: Float64Array,
): number[] {
  const least = (at: number): number => (signs[at]! > 0 ? low[unknowns[at]!]! : -high[unknowns[at]!]!);
  const most = (at: number): number => (signs[at]! > 0 ? high[unknowns[at]!]! : -low[unknowns[at]!]!);
  const leastSum = boundedSum(unknowns.length, least);
  const mostSum = boundedSum(unknowns.length, most);
  const changed: number[] = [];
  unknowns.forEach((unknown, at) => {
    const roof = total - leastSum.without(least(at));
    const floor = total - mostSum.without(most(at));
    const [lowest, highest] = signs[at]! > 0 ? [floor, roof] : [-roof, -floor];
    if (lowest > low[unknown]!) low[unknown] = lowest;
    else if (!(highest < high[unknown]!)) return;
    if (highest < high[unknown]!) high[unknown] = highest;
    changed.push(unknown);
  });
  return changed;
}

/** A sum of bounds some of which may be infinite, from which one can be taken out again. */
function boundedSum(length: number, term: (at: number) => number): { without(one: number): number } {
  let finite = 0;
  let infinite = 0;
  let sign = 1;
  for (let at = 0; at < length; at++) {
    const value = term(at);
    if (Number.isFinite(value)) finite += value;
    else {
      infinite++;
      sign = Math.sign(value);
    }
  }
  return {
    without: (one) => {
      if (Number.isFinite(one)) return infinite > 0 ? sign * Infinity : finite - one;
      return infinite > 1 ? sign * Infinity : finite;
    },
  };
}
