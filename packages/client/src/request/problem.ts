import { type ErrorCode, Problem, QueryOutline } from '@datakube/contract';
import { DatakubeError, type WayOut } from '../errors.ts';
import { readRetryAfter } from './retry.ts';

/** Turns an answer that is not 2xx into an error, be it problem details or a gateway's HTML page. */
export async function refusal(response: Response): Promise<DatakubeError> {
  const problem = await readProblem(response);
  return new DatakubeError(problem?.code ?? codeOf(response.status), {
    status: response.status,
    detail: problem?.detail,
    errors: problem?.errors,
    waysOut: problem?.waysOut?.filter(isWayOut),
    requestId: response.headers.get('x-request-id') ?? problem?.instance,
    retryAfter: readRetryAfter(response.headers),
  });
}

async function readProblem(response: Response): Promise<Problem | undefined> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return undefined;
  try {
    return Problem.safeParse(await response.json()).data;
  } catch {
    return undefined;
  }
}

function isWayOut(way: { label: WayOut['label']; query: unknown }): way is WayOut {
  return QueryOutline.safeParse(way.query).success;
}

/** The nearest code where the answer has none: gateways and proxies do not speak the contract. */
function codeOf(status: number): ErrorCode {
  switch (status) {
    case 401:
      return 'ERR_UNAUTHENTICATED';
    case 403:
      return 'ERR_FORBIDDEN';
    case 404:
      return 'ERR_NOT_FOUND';
    case 413:
      return 'ERR_BODY_TOO_LARGE';
    case 429:
      return 'ERR_BUSY';
    case 502:
    case 503:
    case 504:
      return 'ERR_UNAVAILABLE';
    default:
      return status < 500 ? 'ERR_REQUEST_INVALID' : 'ERR_INTERNAL';
  }
}
