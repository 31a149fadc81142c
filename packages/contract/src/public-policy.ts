import * as z from 'zod/mini';

/**
 * What everybody may know of how a cube is protected. Apart from the policy its owner writes, whose checks are
 * of no use to a browser and would be most of what it loads.
 */
export const PublicPolicy = z.object({
  method: z.enum(['suppress', 'round', 'perturb']),
  /** Smallest count of persons that is shown, 0 excepted. */
  threshold: z.int(),
  /** Are cells without persons shown as 0? */
  zeros: z.optional(z.enum(['published', 'protected'])),
  /** Numbers are rounded to multiples of this. */
  base: z.optional(z.int()),
  /** How far a count may be from the true one, and the variance of that. */
  noise: z.optional(z.object({ most: z.int(), variance: z.number() })),
});
export type PublicPolicy = z.infer<typeof PublicPolicy>;
