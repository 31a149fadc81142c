import type { Language } from '@datakube/contract';
import type { Context } from 'hono';
import type { User } from '../identity/user.ts';

/** What every handler finds in the context: the steps before it put it there. */
export interface RouteEnvironment {
  Variables: { requestId: string; language: Language; user: User };
}

export type RouteContext = Context<RouteEnvironment>;
export type RouteHandler = (context: RouteContext) => Response | Promise<Response>;
