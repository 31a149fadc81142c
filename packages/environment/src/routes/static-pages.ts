import type { Hono } from 'hono';
import { Refusal } from '../problem/refusal.ts';
import type { RouteEnvironment, RouteHandler } from './route-environment.ts';

export interface StaticFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/** Finds a file by its decoded path, as `/sdk/datakube.js`; undefined where there is none. */
export type StaticFiles = (path: string) => Promise<StaticFile | undefined>;

/** Pages may load their own scripts and styles and ask their own environment; nothing else, and nothing inline. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html vue',
].join('; ');

/** The SDK and the example portals, beside the API. */
export function staticPages(app: Hono<RouteEnvironment>, files: StaticFiles): void {
  const page: RouteHandler = async (context) => {
    const path = decodedPath(context.req.url);
    const file = await files(path);
    if (!file) {
      // Links within a page are relative to its folder: without the slash they would miss it.
      if (!path.endsWith('/') && (await files(`${path}/`))) {
        return context.redirect(`${new URL(context.req.url).pathname}/`, 308);
      }
      throw new Refusal('ERR_NOT_FOUND');
    }
    return new Response(file.body, {
      headers: {
        'Content-Type': file.contentType,
        'Content-Security-Policy': PAGE_POLICY,
        'Cache-Control': 'no-cache',
        // The bundle is made to be loaded by other sites.
        'Cross-Origin-Resource-Policy': 'cross-origin',
      },
    });
  };
  for (const path of ['/', '/sdk/*', '/examples/*']) app.get(path, page);
}

/** @throws Refusal `ERR_NOT_FOUND` for a path that is not written as it should be */
function decodedPath(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    throw new Refusal('ERR_NOT_FOUND');
  }
}
