import * as z from 'zod/mini';

const Threshold = z.int().check(z.minimum(3), z.maximum(10));
const Percent = z.number().check(z.positive(), z.lt(100));

/** Ways to answer a combination that is not in the declared release, in the order they are tried. */
const Way = z.enum(['extend', 'perturb']);

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
 * persons always gets the same noise.
 */
const Noise = z.strictObject({
  most: z.int().check(z.minimum(1), z.maximum(20)),
  variance: z.number().check(z.positive(), z.maximum(50)),
});
export type Noise = z.infer<typeof Noise>;

/**
 * A sum is hidden when few persons make nearly all of it: when the largest but one contributor could
 * estimate the largest to within `p` per cent, or the `n` largest together have more than `k` per cent.
 */
const Dominance = z.strictObject({
  p: z.optional(Percent),
  nk: z.optional(z.strictObject({ n: z.int().check(z.minimum(1), z.maximum(5)), k: Percent })),
});

/** Counts of 1 to `threshold - 1` persons are hidden, and so is every cell from which one could be calculated. */
const SuppressPolicy = z.strictObject({
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
  noise: z.optional(Noise),
  outsideRelease: OutsideRelease,
});
export type SuppressPolicy = z.infer<typeof SuppressPolicy>;

/** How a cube is protected. A cube without a policy does not start. */
export const Policy = SuppressPolicy;
export type Policy = z.infer<typeof Policy>;
