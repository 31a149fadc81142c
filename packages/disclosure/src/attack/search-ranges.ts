import type { Ending, LinearProgram } from './linear-program.ts';
import type { Bounds } from './narrow-bounds.ts';
import { addWitness, TOLERANCE, wholeNumbers, type Witnesses } from './witnesses.ts';
import type { WorkMeter } from './work-limit.ts';

/** A component under search. */
export interface Search {
  readonly program: LinearProgram;
  /** What is proved of each unknown; the search narrows it. */
  readonly proved: Bounds;
  /** What has been seen to be possible; the search adds to it. */
  readonly witnesses: Witnesses;
  readonly means: SearchMeans;
}

/** What a search may use, and must reach. */
export interface SearchMeans {
  /** Whole numbers an unknown must be left with. */
  readonly possibilities: number;
  readonly meter: WorkMeter;
  /** A number from 0 to limit − 1, for directions. */
  readonly draw: (limit: number) => number;
}

/** Whether enough numbers have been seen, or as many as are left at all. */
function isSettled({ proved, witnesses, means }: Search, unknown: number): boolean {
  const seen = wholeNumbers(witnesses.seen, unknown);
  return seen >= means.possibilities || seen >= wholeNumbers(proved, unknown);
}

/**
 * Settles unknowns of one component: first the points furthest in random directions, each a witness for all
 * unknowns, as long as they help; then the most and the least of every unknown that is left.
 *
 * @param examine unknowns to settle, as far as the meter allows
 * @returns whether rounding to whole numbers narrowed bounds, so that seen points may not be possible after all
 */
export function searchRanges(search: Search, examine: readonly number[]): boolean {
  const { proved, witnesses } = search;
  const { meter } = search.means;
  let open = examine.filter((unknown) => !isSettled(search, unknown));
  for (let helped = Infinity; open.length > 0 && helped > PAYS && !meter.isSpent();) {
    if (extreme(search, direction(search, open)) !== 'optimal') break;
    const left = open.filter((unknown) => !isSettled(search, unknown));
    helped = open.length - left.length;
    open = left;
  }
  let rounded = false;
  const weights = new Float64Array(proved.low.length);
  for (const unknown of open) {
    for (const sign of [1, -1] as const) {
      if (isSettled(search, unknown)) break;
      if (meter.isSpent()) return rounded;
      weights[unknown] = sign;
      const ending = extreme(search, weights);
      weights[unknown] = 0;
      if (ending === 'unbounded') witnesses.seen.high[unknown] = Infinity;
      if (ending === 'optimal' && prove(search, unknown, sign)) rounded = true;
    }
  }
  return rounded;
}

/** A direction must settle more unknowns than this, or two programs for each do better. */
const PAYS = 2;

function extreme({ program, witnesses, means: { meter } }: Search, weights: Float64Array): Ending {
  meter.count();
  const ending = program.maximise(weights, meter.secondsLeft());
  if (ending === 'optimal') addWitness(witnesses, program.point());
  return ending;
}

/** Up or down for every open unknown, at random; down where there is no end upwards. */
function direction({ proved, means: { draw } }: Search, open: readonly number[]): Float64Array {
  const weights = new Float64Array(proved.low.length);
  for (const unknown of open) {
    const up = draw(2) === 1 && Number.isFinite(proved.high[unknown]);
    weights[unknown] = (up ? 1 : -1) * (0.5 + draw(1024) / 1024);
  }
  return weights;
}

/** Takes what was just seen at the end of an unknown for the bound, rounded inwards. */
function prove({ proved, witnesses }: Search, unknown: number, sign: 1 | -1): boolean {
  const { low, high } = witnesses.seen;
  const end = sign > 0 ? high[unknown]! : low[unknown]!;
  const bounds = sign > 0 ? proved.high : proved.low;
  const whole = sign > 0 ? Math.floor(end + TOLERANCE) : Math.ceil(end - TOLERANCE);
  if (sign * (bounds[unknown]! - whole) <= 0) return false;
  bounds[unknown] = whole;
  return Math.abs(end - whole) > TOLERANCE;
}
