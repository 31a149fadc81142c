import * as z from 'zod/mini';

/**
 * How a cube is protected. Counts of 1 to `threshold - 1` persons are hidden, and so is every cell
 * from which one of them could be calculated. A cube without a policy does not start.
 */
export const Policy = z.strictObject({
  method: z.literal('suppress'),
  threshold: z.int().check(z.minimum(3), z.maximum(10)),
  zeros: z.enum(['published', 'protected']),
  /** What happens to a combination that is not in the declared release. */
  outsideRelease: z.literal('refuse'),
});
export type Policy = z.infer<typeof Policy>;
