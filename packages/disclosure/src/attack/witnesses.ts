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
export interface Witnesses {
  /** The points, also those that further knowledge has ruled out. */
  readonly points: Float64Array[];
  /** The least and the most seen of each unknown. */
  readonly seen: Bounds;
}

/** Looks among points for those that are possible within some bounds; new ones will be added to them. */
export function gatherWitnesses(points: Float64Array[], bounds: Bounds): Witnesses {
  const unknowns = bounds.low.length;
  const seen = {
    low: new Float64Array(unknowns).fill(Infinity),
    high: new Float64Array(unknowns).fill(-Infinity),
  };
  for (const point of points) if (isWithin(bounds, point)) widen(seen, point);
  return { points, seen };
}

function isWithin({ low, high }: Bounds, point: Float64Array): boolean {
  return point.every(
    (number, unknown) => number >= low[unknown]! - TOLERANCE && number <= high[unknown]! + TOLERANCE,
  );
}

/** Adds a point to what was seen, and keeps it while there is room. */
export function addWitness({ points, seen }: Witnesses, point: Float64Array): void {
  widen(seen, point);
  if (points.length * point.length < MOST_NUMBERS) points.push(point);
}

function widen({ low, high }: Bounds, point: Float64Array): void {
  for (let unknown = 0; unknown < point.length; unknown++) {
    const number = point[unknown]!;
    if (number < low[unknown]!) low[unknown] = number;
    if (number > high[unknown]!) high[unknown] = number;
  }
}

/** Whole numbers from low to high, both given as exactly as the solver knows them; negative for none at all. */
export function wholeNumbers({ low, high }: Bounds, unknown: number): number {
  return Math.floor(high[unknown]! + TOLERANCE) - Math.ceil(low[unknown]! - TOLERANCE) + 1;
}
