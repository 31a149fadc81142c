import { DatakubeError, DatakubeNetworkError, DatakubeProtocolError } from '../errors.ts';
import type { TokenSource } from '../token.ts';
import { pause } from './abort.ts';
import { refusal } from './problem.ts';
import { backoff, isPassing, type RetryOptions } from './retry.ts';

/** One question to the environment. It must change nothing there: it may be asked more than once. */
export interface Ask<T> {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON by POST; without it the request is a GET. */
  readonly body?: string;
  /** Takes the body. What it throws counts as a broken connection, unless it is a `DatakubeProtocolError`. */
  readonly read: (response: Response) => Promise<T>;
}

export interface Transport {
  send<T>(ask: Ask<T>, signal: AbortSignal): Promise<T>;
}

/**
 * Sends, with the token, and tries again where that is safe and may help: after a network fault, 429,
 * 502, 503 and 504, and once with a new token after 401.
 */
export function createTransport(
  fetch: typeof globalThis.fetch,
  tokens: TokenSource | undefined,
  retry: Required<RetryOptions>,
): Transport {
  async function attempt<T>(ask: Ask<T>, signal: AbortSignal): Promise<T> {
    const token = await tokens?.get(signal);
    const response = await send(ask, token, signal);
    if (response.status !== 401 || tokens === undefined) return take(ask, response);

    tokens.reject(token ?? null);
    const renewed = await tokens.get(signal);
    const second = await send(ask, renewed, signal);
    if (second.status === 401) tokens.reject(renewed);
    return take(ask, second);
  }

  async function send(
    ask: Ask<unknown>,
    token: string | null | undefined,
    signal: AbortSignal,
  ): Promise<Response> {
    const headers = new Headers(ask.headers);
    if (token) headers.set('authorization', `Bearer ${token}`);
    if (ask.body === undefined) return reached(fetch(ask.url, { headers, signal }));
    headers.set('content-type', 'application/json');
    return reached(fetch(ask.url, { method: 'POST', headers, body: ask.body, signal }));
  }

  return {
    async send(ask, signal) {
      const end = Date.now() + retry.deadline;
      const deadline = AbortSignal.timeout(retry.deadline);
      const both = AbortSignal.any([signal, deadline]);
      for (let tried = 1; ; tried++) {
        try {
          return await attempt(ask, both);
        } catch (error) {
          signal.throwIfAborted();
          if (deadline.aborted)
            throw new DatakubeNetworkError('No answer before the deadline', { cause: error });
          const wait = backoff(
            tried - 1,
            retry,
            error instanceof DatakubeError ? error.retryAfter : undefined,
          );
          if (!mayPass(error) || tried >= retry.tries || Date.now() + wait >= end) throw error;
          await pause(wait, signal);
        }
      }
    },
  };
}

async function take<T>(ask: Ask<T>, response: Response): Promise<T> {
  if (!response.ok) throw await refusal(response);
  return reached(ask.read(response));
}

async function reached<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof DatakubeProtocolError) throw cause;
    throw new DatakubeNetworkError('The environment could not be reached', { cause });
  }
}

function mayPass(error: unknown): boolean {
  return error instanceof DatakubeNetworkError || (error instanceof DatakubeError && isPassing(error.status));
}
