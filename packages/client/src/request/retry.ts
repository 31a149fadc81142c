/** How stubbornly to try. Times in milliseconds. */
export interface RetryOptions {
  /** Tries in all, the first one included. Default 4. */
  readonly tries?: number;
  /** Longest wait before the second try; it doubles from try to try. Default 250. */
  readonly base?: number;
  /** Longest wait before any try, unless the environment asks for more. Default 10,000. */
  readonly cap?: number;
  /** Time for everything: tries, waits and reading the answer. Default 60,000. */
  readonly deadline?: number;
}

export const RETRY: Required<RetryOptions> = { tries: 4, base: 250, cap: 10_000, deadline: 60_000 };

/** Statuses that say "not now" rather than "no". */
export function isPassing(status: number): boolean {
  return status === 429 || status === 502 || status === 503 || status === 504;
}

/**
 * Milliseconds to wait after try `attempt` (from 0): full jitter, so that clients that failed together
 * do not come back together, but never before the environment asked for.
 */
export function backoff(
  attempt: number,
  retry: Required<RetryOptions>,
  retryAfter: number | undefined,
): number {
  const jitter = Math.random() * Math.min(retry.cap, retry.base * 2 ** attempt);
  return Math.max(jitter, (retryAfter ?? 0) * 1000);
}

/** Seconds in a `Retry-After` header, which holds seconds or a date (RFC 9110, section 10.2.3). */
export function readRetryAfter(headers: Headers): number | undefined {
  const header = headers.get('retry-after');
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
