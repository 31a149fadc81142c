import type { RouteContext, RouteHandler } from '../routes/route-environment.ts';
import { problemAnswer } from './problem-answer.ts';
import { Refusal } from './refusal.ts';

/**
 * The answer to whatever was thrown. A refusal speaks for itself; anything else is ours, is reported to
 * the operator and says nothing outside.
 */
export function faultAnswer(
  fault: unknown,
  context: RouteContext,
  report: (fault: unknown, requestId: string) => void,
): Response {
  const requestId = context.get('requestId');
  const refusal = fault instanceof Refusal ? fault : new Refusal('ERR_INTERNAL', { cause: fault });
  if (refusal.cause !== undefined) report(refusal.cause, requestId);
  return problemAnswer(refusal, context.get('language'), requestId);
}

/** For a path that is served, but not with this method. */
export function methodNotAllowed(methods: readonly ('get' | 'post')[]): RouteHandler {
  const allowed = methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
  const headers = { Allow: [...allowed, 'OPTIONS'].join(', ') };
  return () => {
    throw new Refusal('ERR_METHOD_NOT_ALLOWED', { headers });
  };
}
