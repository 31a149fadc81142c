import * as z from 'zod/mini';
import type { Query } from './query.ts';

/**
 * A query that an environment offers, as a browser checks it: whether it is one at all. The environment that offers
 * it plans it, with every check there is, which would be much of what a browser loads.
 */
export const QueryOutline = z.looseObject({
  measures: z.array(z.string()),
}) as unknown as z.ZodMiniType<Query>;
