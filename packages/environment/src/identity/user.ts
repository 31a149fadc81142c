import type { Capabilities } from '@datakube/contract';

/** Who asks, and what they may. */
export interface User {
  /** Stable id for the audit log; null for somebody who is not signed in. */
  readonly id: string | null;
  readonly name: string | null;
  readonly roles: readonly string[];
  /** Members that are the user's own, as their municipality. They mark, and give no right. */
  readonly own: readonly Own[];
}

export type Own = Capabilities['user']['own'][number];

/** The role everybody has, signed in or not. */
export const PUBLIC = 'public';

export const ANONYMOUS: User = { id: null, name: null, roles: [PUBLIC], own: [] };
