import { nextBits, nextFraction, type Stream } from './stream.ts';

/** Above this nobody is seen: it bounds the work for one person and keeps exp(-mean) from vanishing. */
const LARGEST_MEAN = 150;

/** A Poisson count, by walking up the distribution from a single random number. */
export function poisson(stream: Stream, mean: number): number {
  if (!(mean > 0)) return 0;
  const bounded = Math.min(mean, LARGEST_MEAN);
  let left = nextFraction(stream);
  let chance = Math.exp(-bounded);
  let count = 0;
  // A chance of zero means the tail is lost in rounding: stop there.
  while (left >= chance && chance > 0) {
    left -= chance;
    count += 1;
    chance *= bounded / count;
  }
  return count;
}

/** Multipliers with mean one, each equally likely to be drawn. */
export type Spread = Float64Array;

const STEPS = 4096;

/**
 * Multipliers from the Weibull distribution with mean one. A shape of 1 is the exponential
 * distribution: a Poisson count with such a mean is geometric. Higher `unevenness` puts more people
 * near zero and a few far out.
 *
 * @param unevenness 1 / the Weibull shape
 */
export function makeSpread(unevenness: number): Spread {
  const spread = Float64Array.from(
    { length: STEPS },
    (_, i) => (-Math.log1p(-(i + 0.5) / STEPS)) ** unevenness,
  );
  const mean = spread.reduce((sum, each) => sum + each, 0) / STEPS;
  return spread.map((each) => each / mean);
}

export function drawSpread(spread: Spread, stream: Stream): number {
  return spread[nextBits(stream) & (STEPS - 1)]!;
}
