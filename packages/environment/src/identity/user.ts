/** Who asks, and what they may. */
export interface User {
  /** Stable id for the audit log; null for somebody who is not signed in. */
  readonly id: string | null;
  readonly name: string | null;
  readonly roles: readonly string[];
}

/** The role everybody has, signed in or not. */
export const PUBLIC = 'public';

export const ANONYMOUS: User = { id: null, name: null, roles: [PUBLIC] };
