import { OTHERS } from '@datakube/contract';

/** Codes and levels that stand for positions which are no member, and so cannot be a member's or a level's. */
export const RESERVED: readonly string[] = ['total', OTHERS];
