/**
 * Skewed counts, as registers have them: the mean of a cell is the product of a size per member, sizes
 * are log-normal over places and fall off over ages and diagnoses, and cells scatter around it.
 */

/** How the sizes of the members of a dimension differ. */
export type Skew =
  | { readonly kind: 'log-normal'; readonly sigma: number }
  /** The member at position i weighs `ratio` to the power of i, thinned out in random order. */
  | { readonly kind: 'falling'; readonly ratio: number }
  | { readonly kind: 'even' };

/** What counts are drawn from. */
export interface Drawn {
  readonly dimensions: readonly { readonly members: number; readonly skew: Skew }[];
  /** Mean of a cell over the whole table. */
  readonly mean: number;
  readonly scatter?: number;
  readonly empty?: number;
}

/** Draws counts over all combinations of members, the last dimension running fastest. */
export function skewedCounts(
  { dimensions, mean, scatter = 0.35, empty = 0 }: Drawn,
  seed: number,
): Int32Array {
  const draw = mulberry32(seed);
  const sizes = dimensions.map(({ members, skew }) => memberSizes(members, skew, draw));
  const cells = dimensions.reduce((product, { members }) => product * members, 1);
  const counts = new Int32Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    let expected = mean * Math.exp(scatter * normal(draw) - scatter ** 2 / 2);
    let rest = cell;
    for (let at = sizes.length - 1; at >= 0; at--) {
      const size = sizes[at]!;
      expected *= size[rest % size.length]!;
      rest = Math.floor(rest / size.length);
    }
    if (empty === 0 || draw() >= empty) counts[cell] = poisson(expected, draw);
  }
  return counts;
}

/** Sizes with mean 1. */
function memberSizes(members: number, skew: Skew, draw: () => number): Float64Array {
  const sizes = Float64Array.from({ length: members }, (_, at) => {
    switch (skew.kind) {
      case 'log-normal':
        return Math.exp(skew.sigma * normal(draw));
      case 'falling':
        return skew.ratio ** at * (0.8 + 0.4 * draw());
      case 'even':
        return 1;
    }
  });
  const mean = sizes.reduce((sum, size) => sum + size, 0) / members;
  return sizes.map((size) => size / mean);
}

/** Knuth's product of uniforms for small means, the normal approximation for large ones. */
function poisson(mean: number, draw: () => number): number {
  if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(draw)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = draw(); product > limit; product *= draw()) count++;
  return count;
}

/** A standard normal number, by Box and Muller. */
function normal(draw: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}

/** Tommy Ettinger's mulberry32: small, fast, and good enough to make tables with. */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
