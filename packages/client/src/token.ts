import { abortable } from './request/abort.ts';
import { DatakubeError } from './errors.ts';

/**
 * Why a token is asked for: there is none yet, the one at hand is near its end, or the environment
 * refused it.
 */
export type TokenReason = 'first' | 'expiring' | 'rejected';

/** A token with its end, as milliseconds since 1970, an ISO date or a `Date`. */
export interface Token {
  readonly token: string;
  readonly expiresAt: number | string | Date;
}

/**
 * The host's own sign-in. Answer with a token, with a token and its end, or with null to ask as nobody.
 * However many elements wait, it is called once at a time.
 */
export type GetToken = (reason: TokenReason) => Promise<string | Token | null>;

export interface TokenSource {
  /** The token to send, or null to send none. */
  get(signal: AbortSignal): Promise<string | null>;
  /** Says that the environment refused this token. The next `get` asks for another, once for all who wait. */
  reject(token: string | null): void;
  forget(): void;
}

interface Held {
  readonly token: string | null;
  readonly refreshAt: number;
  readonly expiresAt: number;
}

/** Part of a token's life after which the next one is fetched, so that no request meets its end. */
const REFRESH_AT = 0.8;

/**
 * Keeps a token where nothing else can read it: in this closure, and nowhere else.
 */
export function createTokenSource(getToken: GetToken): TokenSource {
  let held: Held | undefined;
  let reason: TokenReason = 'first';
  let pending: Promise<Held> | undefined;

  const ask = async (): Promise<Held> => {
    const asked = Date.now();
    try {
      return readToken(await getToken(reason), asked);
    } catch (cause) {
      if (held !== undefined && Date.now() < held.expiresAt) return held;
      throw new DatakubeError('ERR_UNAUTHENTICATED', { cause });
    }
  };

  const renew = (): Promise<Held> => {
    const mine: Promise<Held> = ask().then(
      (next) => {
        // Signing out in the meantime makes this token nobody's.
        if (pending === mine) {
          held = next;
          reason = 'expiring';
          pending = undefined;
        }
        return next;
      },
      (error: unknown) => {
        if (pending === mine) pending = undefined;
        throw error;
      },
    );
    return mine;
  };

  return {
    async get(signal) {
      if (held !== undefined && Date.now() < held.refreshAt) return held.token;
      pending ??= renew();
      return (await abortable(pending, signal)).token;
    },
    reject(token) {
      if (held === undefined || held.token !== token) return;
      held = undefined;
      reason = 'rejected';
    },
    forget() {
      held = undefined;
      pending = undefined;
      reason = 'first';
    },
  };
}

function readToken(answer: string | Token | null, asked: number): Held {
  if (answer === null || typeof answer === 'string') {
    return { token: answer, refreshAt: Infinity, expiresAt: Infinity };
  }
  const expiresAt = new Date(answer.expiresAt).getTime();
  if (typeof answer.token !== 'string' || Number.isNaN(expiresAt)) {
    throw new TypeError('getToken must answer with a string, { token, expiresAt } or null');
  }
  // A clock that is wrong must not make every request ask again: the environment's 401 decides then.
  if (expiresAt <= asked) return { token: answer.token, refreshAt: Infinity, expiresAt: Infinity };
  return { token: answer.token, refreshAt: asked + (expiresAt - asked) * REFRESH_AT, expiresAt };
}
