import type { SignInAnswer } from '@datakube/contract';
import { Refusal } from '../problem/refusal.ts';
import { ANONYMOUS, type User } from './user.ts';

/** How the environment learns who asks. */
export interface Identity {
  /** The user a bearer token stands for, or undefined when it is not valid now. */
  readonly verify: (token: string) => Promise<User | undefined>;
  /** Present in the sandbox's stand-in alone: a token for one of its made-up users. */
  readonly signIn?: (user: string) => Promise<SignInAnswer | undefined>;
}

/** Nobody can sign in; everybody is anonymous. */
export const NO_SIGN_IN: Identity = { verify: () => Promise.resolve(undefined) };

/**
 * Who asks. Without the header `Authorization` it is somebody anonymous; with one that does not hold,
 * nobody: falling back to anonymous would hide from a portal that its token has expired.
 *
 * @throws Refusal `ERR_UNAUTHENTICATED`
 */
export async function identify(authorization: string | undefined, identity: Identity): Promise<User> {
  if (authorization === undefined) return ANONYMOUS;
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
  const user = token === undefined ? undefined : await identity.verify(token);
  if (!user)
    throw new Refusal('ERR_UNAUTHENTICATED', {
      headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
    });
  return user;
}
