import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { RouteEnvironment } from '../routes/route-environment.ts';

/** Headers of every answer. What a route sets itself stands. */
export const answerHeaders: MiddlewareHandler<RouteEnvironment> = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('X-Request-Id', context.get('requestId'));
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'no-referrer');
  for (const name of ['Accept', 'Accept-Language', 'Authorization']) headers.append('Vary', name);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  }
};

/** Lets pages of these origins ask. Never with cookies: a token goes in a header. */
export function crossOrigin(origins: 'any' | readonly string[]): MiddlewareHandler {
  return cors({
    origin: origins === 'any' ? '*' : (origin) => (origins.includes(origin) ? origin : null),
    allowMethods: ['GET', 'HEAD', 'POST'],
    allowHeaders: ['Accept', 'Accept-Language', 'Authorization', 'Content-Type', 'X-Request-Id'],
    exposeHeaders: [
      'Content-Digest',
      'Content-Disposition',
      'Content-Language',
      'Datakube-Disclosure',
      'Retry-After',
      'X-Request-Id',
    ],
    maxAge: 600,
  });
}
