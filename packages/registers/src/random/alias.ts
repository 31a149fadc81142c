import { nextFraction, type Stream } from './stream.ts';

/** Weights made ready for drawing in constant time (A. J. Walker 1977; table after M. D. Vose 1991). */
export interface Alias {
  readonly keep: Float64Array;
  readonly other: Int32Array;
}

/**
 * @param weights non-negative, not all zero; they need not add up to one
 * @throws RangeError when nothing can be drawn
 */
export function makeAlias(weights: ArrayLike<number>): Alias {
  const size = weights.length;
  let total = 0;
  for (let i = 0; i < size; i++) {
    if (!(weights[i]! >= 0)) throw new RangeError('A weight is negative');
    total += weights[i]!;
  }
  if (!(total > 0)) throw new RangeError('All weights are zero');
  const scaled = Float64Array.from(weights, (weight) => (weight * size) / total);
  const keep = new Float64Array(size).fill(1);
  const other = Int32Array.from({ length: size }, (_, i) => i);
  const small: number[] = [];
  const large: number[] = [];
  scaled.forEach((share, i) => (share < 1 ? small : large).push(i));
  while (small.length > 0 && large.length > 0) {
    const less = small.pop()!;
    const more = large.at(-1)!;
    keep[less] = scaled[less]!;
    other[less] = more;
    scaled[more] = scaled[more]! + scaled[less]! - 1;
    if (scaled[more] < 1) small.push(large.pop()!);
  }
  // Rounding leaves a few that should have been exactly one; a zero weight must stay undrawable.
  const heaviest = weights.length > 0 ? Array.from(weights).indexOf(Math.max(...Array.from(weights))) : 0;
  for (const rest of small) {
    if (weights[rest] !== 0) continue;
    keep[rest] = 0;
    other[rest] = heaviest;
  }
  return { keep, other };
}

/** Draws an index with probability proportional to its weight. */
export function drawAlias(alias: Alias, stream: Stream): number {
  const position = nextFraction(stream) * alias.keep.length;
  const index = Math.floor(position);
  return position - index < alias.keep[index]! ? index : alias.other[index]!;
}
