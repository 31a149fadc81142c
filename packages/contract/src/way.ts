import * as z from 'zod/mini';

/** Ways to answer a combination that is not in the declared release, in the order they are tried. */
export const Way = z.enum(['extend', 'perturb']);
export type Way = z.infer<typeof Way>;
