import { DatakubeError, DatakubeNetworkError, type WayOut } from '@datakube/client';
import type { LocalisedText } from '@datakube/contract';

/**
 * What a user has to know of an error. `refused` means the same question will never be answered;
 * `failed` and `offline` may be tried again.
 */
export interface Failure {
  readonly kind: 'refused' | 'too-large' | 'forbidden' | 'failed' | 'offline';
  readonly code: string;
  /** Words of the environment; null where it said nothing and the element's own words stand. */
  readonly title: LocalisedText | null;
  readonly detail: LocalisedText | null;
  readonly waysOut: readonly WayOut[];
  /** To be named to whoever runs the environment. */
  readonly case: string | null;
  readonly error: unknown;
}

const nothing = { title: null, detail: null, waysOut: [], case: null };

export function failureOf(error: unknown): Failure {
  if (error instanceof DatakubeError) {
    return {
      kind: kindOf(error),
      code: error.code,
      title: error.title,
      detail: error.detail ?? null,
      waysOut: error.waysOut,
      case: error.requestId ?? null,
      error,
    };
  }
  if (error instanceof DatakubeNetworkError) {
    return { ...nothing, kind: navigator.onLine ? 'failed' : 'offline', code: 'ERR_UNAVAILABLE', error };
  }
  return { ...nothing, kind: 'failed', code: 'ERR_INTERNAL', error };
}

function kindOf({ code }: DatakubeError): Failure['kind'] {
  switch (code) {
    case 'ERR_QUERY_TOO_LARGE':
    case 'ERR_BODY_TOO_LARGE':
      return 'too-large';
    case 'ERR_FORBIDDEN':
    case 'ERR_UNAUTHENTICATED':
      return 'forbidden';
    case 'ERR_NOT_RELEASABLE':
    case 'ERR_QUERY_NOT_ADDITIVE':
    case 'ERR_QUERY_INVALID':
    case 'ERR_REQUEST_INVALID':
    case 'ERR_NOT_FOUND':
    case 'ERR_METHOD_NOT_ALLOWED':
    case 'ERR_NOT_ACCEPTABLE':
    case 'ERR_MEDIA_TYPE':
      return 'refused';
    case 'ERR_BUSY':
    case 'ERR_UNAVAILABLE':
    case 'ERR_INTERNAL':
      return 'failed';
  }
}
