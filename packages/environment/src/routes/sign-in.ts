import { type SignInAnswer, SignInRequest } from '@datakube/contract';
import type { Identity } from '../identity/identity.ts';
import { Refusal } from '../problem/refusal.ts';
import { readBody } from '../request/read-body.ts';
import type { Services } from '../services.ts';
import type { RouteHandler } from './route-environment.ts';

export function signIn({ limits }: Services, standIn: NonNullable<Identity['signIn']>): RouteHandler {
  return async (context) => {
    const { user } = await readBody(context.req.raw, SignInRequest, limits.body);
    const answer = await standIn(user);
    if (!answer)
      throw new Refusal('ERR_REQUEST_INVALID', {
        errors: [{ pointer: '/user', message: 'There is no such user' }],
      });
    return context.json(answer satisfies SignInAnswer);
  };
}
