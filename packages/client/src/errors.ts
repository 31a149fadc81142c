import { ERRORS, type ErrorCode, type FieldError, type LocalisedText, type Query } from '@datakube/contract';

/** A query that can be answered instead of the refused one, with words for the button. */
export interface WayOut {
  readonly label: LocalisedText;
  readonly query: Query;
}

/** What an environment said when it refused. */
export interface Refusal {
  readonly status?: number | undefined;
  readonly detail?: LocalisedText | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly waysOut?: readonly WayOut[] | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

/**
 * The environment answered, and the answer is no. `code` is stable and is one of the contract's table,
 * so a `switch` over it narrows.
 *
 * @example
 * ```ts
 * try {
 *   await client.query('sundhedsdata-paa-tvaers', query);
 * } catch (error) {
 *   if (error instanceof DatakubeError && error.code === 'ERR_QUERY_TOO_LARGE') offer(error.waysOut);
 *   else throw error;
 * }
 * ```
 */
export class DatakubeError extends Error {
  override readonly name = 'DatakubeError';
  readonly code: ErrorCode;
  /** HTTP status of the answer. */
  readonly status: number;
  /** A short heading, the same for every error with this code. */
  readonly title: LocalisedText;
  /** What is special about this occurrence. */
  readonly detail: LocalisedText | undefined;
  /** Where in the request something is wrong. */
  readonly errors: readonly FieldError[];
  /** Queries that can be answered instead. */
  readonly waysOut: readonly WayOut[];
  /** Name this to whoever runs the environment: it is in their log. */
  readonly requestId: string | undefined;
  /** Seconds to wait, where the environment said so. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, refusal: Refusal = {}) {
    const { status, title } = ERRORS[code];
    super(`${code}: ${refusal.detail?.en ?? title.en}`, { cause: refusal.cause });
    this.code = code;
    this.status = refusal.status ?? status;
    this.title = title;
    this.detail = refusal.detail;
    this.errors = refusal.errors ?? [];
    this.waysOut = refusal.waysOut ?? [];
    this.requestId = refusal.requestId;
    this.retryAfter = refusal.retryAfter;
  }
}

/** The environment could not be reached, or did not answer before the deadline. Trying again may help. */
export class DatakubeNetworkError extends Error {
  override readonly name = 'DatakubeNetworkError';
}

/**
 * The answer is not what the contract says. No number of it is shown. Trying again will not help:
 * the environment, or something between, is at fault.
 */
export class DatakubeProtocolError extends Error {
  override readonly name = 'DatakubeProtocolError';
}
