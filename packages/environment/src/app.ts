import { type RouteName, routesOf } from '@datakube/contract/openapi';
import { Hono } from 'hono';
import { createKeptAnswers } from './answers/kept-answers.ts';
import { encodeBody } from './encode/encode.ts';
import { identify } from './identity/identity.ts';
import { faultAnswer, methodNotAllowed } from './problem/fault-answer.ts';
import { Refusal } from './problem/refusal.ts';
import { answerHeaders, crossOrigin } from './request/answer-headers.ts';
import { chooseLanguage } from './request/language.ts';
import { chooseRequestId } from './request/request-id.ts';
import { capabilities } from './routes/capabilities.ts';
import { catalogue, cube } from './routes/catalogue.ts';
import { live, ready } from './routes/health.ts';
import { members } from './routes/members.ts';
import { openapi } from './routes/openapi.ts';
import { query } from './routes/query.ts';
import type { RouteEnvironment, RouteHandler } from './routes/route-environment.ts';
import { signIn } from './routes/sign-in.ts';
import { type StaticFiles, staticPages } from './routes/static-pages.ts';
import { DEFAULT_LIMITS, type Services } from './services.ts';

type Optional = 'answers' | 'encodeBody' | 'limits' | 'clock' | 'version' | 'isReady' | 'outside';

export interface AppOptions extends Omit<Services, Optional>, Partial<Pick<Services, Optional>> {
  /** Origins whose pages may ask; `any` is for the sandbox. Default none. */
  readonly origins?: 'any' | readonly string[];
  /** The built SDK and the example pages, by path. Without it there are none. */
  readonly files?: StaticFiles;
  /** Told of faults that are ours, for the operator's log. */
  readonly report?: (fault: unknown, requestId: string) => void;
}

/**
 * The environment as a web-standard app: the same in Node, in tests without a port and in a service worker.
 *
 * @throws Error in production with the sandbox's sign-in
 *
 * @example
 * ```ts
 * const app = createApp({ cubes, releases, audit: createMemoryAuditLog(), identity: NO_SIGN_IN, profile: 'sandbox' });
 * const answer = await app.request('/v1/cubes');
 * ```
 */
export function createApp(options: AppOptions): Hono<RouteEnvironment> {
  const { origins = [], files, report = () => {} } = options;
  const services: Services = {
    ...options,
    outside: options.outside,
    answers: options.answers ?? createKeptAnswers(),
    encodeBody: options.encodeBody ?? encodeBody,
    limits: options.limits ?? DEFAULT_LIMITS,
    clock: options.clock ?? (() => new Date()),
    version: options.version ?? '0.0.0',
    isReady: options.isReady ?? (() => true),
  };
  if (services.profile === 'production' && services.identity.signIn) {
    throw new Error('The stand-in for sign-in has no place in production');
  }
  const app = new Hono<RouteEnvironment>();
  app.onError((fault, context) => faultAnswer(fault, context, report));
  app.notFound((context) => faultAnswer(new Refusal('ERR_NOT_FOUND'), context, report));
  app.use(async (context, next) => {
    context.set('requestId', chooseRequestId(context.req.header('X-Request-Id')));
    context.set('language', chooseLanguage(context.req.header('Accept-Language')));
    await next();
  });
  app.use(answerHeaders, crossOrigin(origins));
  app.use('/v1/*', async (context, next) => {
    context.set('user', await identify(context.req.header('Authorization'), services.identity));
    await next();
  });
  serve(app, handlersOf(services), services);
  if (files) staticPages(app, files);
  return app;
}

function handlersOf(services: Services): Record<RouteName, RouteHandler | undefined> {
  return {
    live: live(),
    ready: ready(services),
    openapi: openapi(services),
    capabilities: capabilities(services),
    catalogue: catalogue(services),
    cube: cube(services),
    members: members(services),
    query: query(services),
    signIn: services.identity.signIn && signIn(services, services.identity.signIn),
  };
}

/** Puts the handlers at the paths of the contract; a known path with another method says which it has. */
function serve(
  app: Hono<RouteEnvironment>,
  handlers: Record<RouteName, RouteHandler | undefined>,
  { profile }: Services,
): void {
  const served = routesOf(profile).flatMap(([name, { method, path }]) => {
    const handler = handlers[name];
    return handler ? [{ method, path: path.replaceAll(/\{(\w+)\}/g, ':$1'), handler }] : [];
  });
  for (const { method, path, handler } of served) app.on(method.toUpperCase(), path, handler);
  for (const [path, methods] of Map.groupBy(served, (route) => route.path)) {
    app.all(path, methodNotAllowed(methods.map(({ method }) => method)));
  }
}
