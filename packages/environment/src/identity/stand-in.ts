import { jwtVerify, SignJWT } from 'jose';
import type { Identity } from './identity.ts';
import { STAND_IN_USERS } from './stand-in-users.ts';

export interface StandInOptions {
  /** At least 32 bytes. */
  readonly secret: Uint8Array;
  readonly clock: () => Date;
  /** Life of a token in seconds. Default 300. */
  readonly life?: number;
}

const ISSUER = 'datakube-sandbox';
const AUDIENCE = 'datakube';

/**
 * Sign-in for the sandbox: whoever asks becomes the made-up user they name. A token says only who it is
 * for; roles are looked up each time, so a change of rights works at once.
 *
 * @throws RangeError when the secret is short
 */
export function createStandIn({ secret, clock, life = 300 }: StandInOptions): Identity {
  if (secret.length < 32) throw new RangeError('The secret of the stand-in must be at least 32 bytes');
  const find = (id: unknown): (typeof STAND_IN_USERS)[number] | undefined =>
    STAND_IN_USERS.find((user) => user.id === id);
  return {
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify(token, secret, {
          algorithms: ['HS256'],
          typ: 'at+jwt',
          issuer: ISSUER,
          audience: AUDIENCE,
          requiredClaims: ['exp', 'iat', 'sub'],
          currentDate: clock(),
        });
        return find(payload.sub);
      } catch {
        // Whatever is wrong with a token, its bearer learns only that it does not hold.
        return undefined;
      }
    },
    signIn: async (id) => {
      const user = find(id);
      if (!user) return undefined;
      const now = Math.floor(clock().getTime() / 1000);
      const token = await new SignJWT()
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(user.id)
        .setIssuedAt(now)
        .setExpirationTime(now + life)
        .sign(secret);
      const expiresAt = new Date((now + life) * 1000).toISOString();
      return { token, expiresAt, user: { id: user.id, name: user.name, roles: [...user.roles] } };
    },
  };
}
