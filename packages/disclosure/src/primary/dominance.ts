import type { SuppressPolicy } from '@datakube/contract';

/** The part of a policy that decides which sums too few persons make. */
export type DominanceRule = NonNullable<SuppressPolicy['dominance']>;

/**
 * Is a sum sensitive? With contributions x1 ≥ x2 ≥ … of single persons to a sum X:
 *
 * - p % rule: X − x1 − x2 < p/100 · x1. The person with the second largest contribution takes his own off
 *   the sum, and has the largest to within p per cent from above.
 * - (n,k) rule: x1 + … + xn > k/100 · X. So few persons have nearly all of it that together they know the rest.
 *
 * One rule is enough to make it sensitive. An empty sum is not.
 *
 * Hundepool, A. et al. (2012). Statistical Disclosure Control. Wiley, chapter 4.2.2.
 *
 * @param sum X, from 0
 * @param largest contributions, the largest first: two for the p % rule, n for the (n,k) rule; 0 where there
 *   are not so many persons
 *
 * @example
 * ```ts
 * isDominated(100, [80, 12], { p: 15 }); // true: 100 − 80 − 12 = 8 < 12
 * isDominated(100, [80, 12], { nk: { n: 1, k: 80 } }); // false: not more than 80
 * ```
 */
export function isDominated(sum: number, largest: readonly number[], { p, nk }: DominanceRule): boolean {
  const [first, second] = largest as readonly [number, number];
  if (p !== undefined && 100 * (sum - first - second) < p * first) return true;
  if (nk === undefined) return false;
  const together = largest.slice(0, nk.n).reduce((total, each) => total + each, 0);
  return 100 * together > nk.k * sum;
}

/** How many of the largest contributions a rule looks at. */
export function ranksNeeded({ p, nk }: DominanceRule): number {
  return Math.max(p === undefined ? 0 : 2, nk?.n ?? 0);
}
