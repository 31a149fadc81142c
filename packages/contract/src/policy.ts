import * as z from 'zod/mini';
import { Way } from './way.ts';

const Threshold = z.int().check(z.minimum(3), z.maximum(10));
const Percent = z.number().check(z.positive(), z.lt(100));

/**
 * What happens to a combination that is not in the declared release: `refuse`, or per role which ways are
 * tried. A role that is not named is refused.
 */
const OutsideRelease = z.union([
  z.literal('refuse'),
  z.record(z.string(), z.array(Way).check(z.minLength(1))),
]);

/**
 * Noise by cell key: a count moves by at most `most`, with the given variance and mean 0. The same set of
 * persons always gets the same noise. `most` is at least the threshold, or the smallest counts that are
 * shown could not move; `variance` is at most `most`, or they could not have it.
 */
const Noise = z
  .strictObject({
    most: z.int().check(z.minimum(3), z.maximum(20)),
    variance: z.number().check(z.positive()),
  })
  .check(z.refine(({ most, variance }) => variance <= most, 'the variance is at most as large as `most`'));
export type Noise = z.infer<typeof Noise>;

/**
 * A sum is hidden when few persons make nearly all of it: when the largest but one contributor could
 * estimate the largest to within `p` per cent, or the `n` largest together have more than `k` per cent.
 */
const Dominance = z
  .strictObject({
    p: z.optional(Percent),
    nk: z.optional(z.strictObject({ n: z.int().check(z.minimum(1), z.maximum(5)), k: Percent })),
  })
  .check(
    z.refine(({ p, nk }) => p !== undefined || nk !== undefined, 'dominance is judged by `p`, `nk` or both'),
  );

/** Counts of 1 to `threshold - 1` persons are hidden, and so is every cell from which one could be calculated. */
const SuppressPolicy = z
  .strictObject({
    method: z.literal('suppress'),
    threshold: Threshold,
    /** Are cells without persons shown as 0, or hidden like small counts? */
    zeros: z.enum(['published', 'protected']),
    /** How many whole numbers must remain possible for every small count. Default 3. */
    possibilities: z.optional(z.int().check(z.minimum(2), z.maximum(10))),
    /** Must that hold even for somebody who can tell small counts from other hidden cells? Default no. */
    primaryKnown: z.optional(z.boolean()),
    dominance: z.optional(Dominance),
    /** Fewest providers behind a cell. Default: any number. */
    providers: z.optional(z.int().check(z.minimum(2), z.maximum(10))),
    /** Noise of answers outside the release; needed where some role may have them by `perturb`. */
    noise: z.optional(Noise),
    outsideRelease: OutsideRelease,
  })
  .check(
    z.refine(
      ({ noise, threshold }) => !noise || noise.most >= threshold,
      'noise moves a count by at least the threshold',
    ),
    z.refine(
      ({ noise, outsideRelease }) => noise !== undefined || !perturbsOutside(outsideRelease),
      'answers by `perturb` need `noise`',
    ),
    // Whoever can tell small counts from other hidden cells would take a dominated sum for one.
    z.refine(
      ({ primaryKnown, dominance, providers }) => !primaryKnown || (!dominance && providers === undefined),
      '`primaryKnown` is about small counts alone, and not to be had with `dominance` or `providers`',
    ),
  );
export type SuppressPolicy = z.infer<typeof SuppressPolicy>;

/**
 * Counts of 1 to `threshold - 1` persons are hidden; every other number is rounded to the nearest multiple of
 * `base`, the same everywhere, and no count but 0 becomes 0. Combinations outside the release are refused.
 */
const RoundPolicy = z.strictObject({
  method: z.literal('round'),
  threshold: Threshold,
  base: z.union([z.literal(3), z.literal(5), z.literal(10)]),
  outsideRelease: z.literal('refuse'),
});
export type RoundPolicy = z.infer<typeof RoundPolicy>;

/**
 * Every count gets noise by cell key, and none of 1 to `threshold - 1` is shown: a small count becomes 0 or at
 * least the threshold. Zeros stay 0. Combinations outside the release can be answered in the same way.
 */
const PerturbPolicy = z
  .strictObject({
    method: z.literal('perturb'),
    threshold: Threshold,
    noise: Noise,
    outsideRelease: z.union([
      z.literal('refuse'),
      z.record(z.string(), z.array(z.literal('perturb')).check(z.minLength(1))),
    ]),
  })
  .check(
    z.refine(
      ({ noise, threshold }) => noise.most >= threshold,
      'noise moves a count by at least the threshold',
    ),
  );
export type PerturbPolicy = z.infer<typeof PerturbPolicy>;

/** How a cube is protected, by one method for all its numbers. A cube without a policy does not start. */
export const Policy = z.discriminatedUnion('method', [SuppressPolicy, RoundPolicy, PerturbPolicy]);
export type Policy = z.infer<typeof Policy>;

function perturbsOutside(outside: z.infer<typeof OutsideRelease>): boolean {
  return outside !== 'refuse' && Object.values(outside).some((ways) => ways.includes('perturb'));
}
