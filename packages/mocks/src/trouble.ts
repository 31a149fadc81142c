import { ERRORS, type ErrorCode, type Problem } from '@datakube/contract';
import { type RouteName, ROUTES } from '@datakube/contract/openapi';
import type { Answer } from './answer.ts';

/** What goes wrong, for stories and tests. Several may hold at once. */
export interface Trouble {
  /** Milliseconds before an answer; `Infinity` is never. */
  readonly delay?: number;
  /** Answers with this error. */
  readonly fail?: ErrorCode;
  /** Cannot be reached. */
  readonly offline?: boolean;
  /** The routes it concerns. Default all. */
  readonly at?: readonly RouteName[];
}

/** Puts trouble between the asker and the answer. */
export function troubled(answer: Answer, { delay = 0, fail, offline, at }: Trouble): Answer {
  return async (request) => {
    if (at && !at.some((route) => isAt(route, request))) return answer(request);
    await wait(delay, request.signal);
    if (offline) throw new TypeError('Failed to fetch');
    return fail ? problem(fail) : answer(request);
  };
}

function isAt(route: RouteName, request: Request): boolean {
  const { method, path } = ROUTES[route];
  const pattern = new RegExp(`${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
  return request.method === method.toUpperCase() && pattern.test(new URL(request.url).pathname);
}

/** `setTimeout` takes what is infinite for no time at all. */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = Number.isFinite(milliseconds) ? setTimeout(resolve, milliseconds) : undefined;
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

function problem(code: ErrorCode): Response {
  const { status, title } = ERRORS[code];
  const body = { type: 'about:blank', title: title.en, status, code } satisfies Problem;
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}
