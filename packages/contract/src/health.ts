import * as z from 'zod/mini';

/** Says whether the process lives or is ready to answer; nothing more, as anybody may ask. */
export const Health = z.object({ status: z.enum(['live', 'ready']) });
export type Health = z.infer<typeof Health>;
