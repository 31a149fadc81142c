import { http, type HttpHandler, HttpResponse } from 'msw';
import type { Answer } from './answer.ts';

export type MockHandlers = readonly HttpHandler[];

const PATHS = ['/v1/*', '/health/*', '/sandbox/*'];

/** Request handlers for Mock Service Worker. Without an origin they answer for every origin. */
export function handlersOf(answer: Answer, origin = '*'): MockHandlers {
  return PATHS.map((path) =>
    http.all(`${origin}${path}`, async ({ request }) => {
      try {
        return await answer(request);
      } catch {
        return HttpResponse.error();
      }
    }),
  );
}
