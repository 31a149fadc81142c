import type { Bounds } from './narrow-bounds.ts';

/** Numbers the solver gives are this exact. */
export const TOLERANCE = 1e-6;

/** Numbers kept at most, over all points (64 MB). */
const MOST_NUMBERS = 8_000_000;

/**
 * Points that satisfy the equations. Each gives a possible number of every unknown at once, so a point
 * found for one unknown is a witness for all; between two points everything is possible (to an attacker
 * who reckons with fractions).
 */
export interface WitnessPool {
  /** The points; found ones are added. */
  readonly points: Float64Array[];
  /** Bounds that all of them keep. */
  readonly within: Bounds;
}

/** What has been seen to be possible. */
export interface Witnesses {
  readonly pool: WitnessPool;
  /** The least and the most seen of each unknown; of one with enough numbers, not always all that was seen. */
  readonly seen: Bounds;
}

/** A pool of the points that keep narrower bounds. */
export function narrowPool(pool: WitnessPool, bounds: Bounds): WitnessPool {
  const fits = keeps(pool, bounds);
  return { points: pool.points.filter(fits), within: bounds };
}

/**
 * Looks through a pool for what it shows to be possible.
 *
 * @param bounds bounds that points must keep, as narrow as the pool's or narrower
 * @param examine the unknowns that matter
 * @param enough whole numbers after which an unknown matters no more
 */
export function gatherWitnesses(
  pool: WitnessPool,
  bounds: Bounds,
  examine: readonly number[],
  enough: number,
): Witnesses {
  const unknowns = bounds.low.length;
  const seen = {
    low: new Float64Array(unknowns).fill(Infinity),
    high: new Float64Array(unknowns).fill(-Infinity),
  };
  const fits = keeps(pool, bounds);
  let open = examine;
  for (const point of pool.points) {
    if (open.length === 0) break;
    if (!fits(point)) continue;
    for (const unknown of open) widen(seen, point, unknown);
    open = open.filter((unknown) => wholeNumbers(seen, unknown) < enough);
  }
  return { pool, seen };
}

/** Adds a point to what was seen, and to the pool while there is room. */
export function addWitness({ pool: { points }, seen }: Witnesses, point: Float64Array): void {
  for (let unknown = 0; unknown < point.length; unknown++) widen(seen, point, unknown);
  if (points.length * point.length < MOST_NUMBERS) points.push(point);
}

/** Whole numbers from low to high, both given as exactly as the solver knows them; none or negative for none. */
export function wholeNumbers({ low, high }: Bounds, unknown: number): number {
  return Math.floor(high[unknown]! + TOLERANCE) - Math.ceil(low[unknown]! - TOLERANCE) + 1;
}

function widen({ low, high }: Bounds, point: Float64Array, unknown: number): void {
  const number = point[unknown]!;
  if (number < low[unknown]!) low[unknown] = number;
  if (number > high[unknown]!) high[unknown] = number;
}

/** A test for points of the pool; only bounds that differ from the pool's can rule one out. */
function keeps({ within }: WitnessPool, { low, high }: Bounds): (point: Float64Array) => boolean {
  const narrower = Array.from(low.keys()).filter(
    (unknown) => low[unknown] !== within.low[unknown] || high[unknown] !== within.high[unknown],
  );
  return (point) =>
    narrower.every(
      (unknown) =>
        point[unknown]! >= low[unknown]! - TOLERANCE && point[unknown]! <= high[unknown]! + TOLERANCE,
    );
}
