import { ERRORS, type ErrorCode, type FieldError, type Query, type WayOut } from '@datakube/contract';

export interface RefusalDetails {
  readonly detail?: { readonly da: string; readonly en: string };
  /** Where in the request, and what. */
  readonly errors?: readonly FieldError[];
  /** Queries that can be answered instead. */
  readonly waysOut?: readonly (WayOut & { readonly query: Query })[];
  readonly headers?: Readonly<Record<string, string>>;
  /** For the operator's log; never leaves. */
  readonly cause?: unknown;
}

/** A request that is not answered, for a reason the asker may know. Becomes problem details. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly details: RefusalDetails;

  constructor(code: ErrorCode, details: RefusalDetails = {}) {
    super(ERRORS[code].title.en, { cause: details.cause });
    this.code = code;
    this.details = details;
  }
}
