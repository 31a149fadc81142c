import * as z from 'zod/mini';
import type { LocalisedText } from './localised-text.ts';

/**
 * The one table of errors. Environment, client, mocks and documentation read it; nothing else
 * invents a code. Refusals for disclosure reasons share one wording on purpose.
 */
export const ERRORS = {
  ERR_REQUEST_INVALID: {
    status: 400,
    title: { da: 'Forespørgslen kan ikke læses', en: 'The request cannot be read' },
  },
  ERR_QUERY_INVALID: {
    status: 400,
    title: { da: 'Forespørgslen passer ikke til kuben', en: 'The query does not fit the cube' },
  },
  ERR_QUERY_NOT_ADDITIVE: {
    status: 422,
    title: { da: 'Tallene kan ikke lægges sammen', en: 'These numbers do not add up' },
  },
  ERR_QUERY_TOO_LARGE: { status: 422, title: { da: 'Tabellen er for stor', en: 'The table is too large' } },
  ERR_NOT_RELEASABLE: {
    status: 422,
    title: { da: 'Denne kombination kan ikke vises', en: 'This combination cannot be shown' },
  },
  ERR_UNAUTHENTICATED: { status: 401, title: { da: 'Du er ikke logget ind', en: 'You are not signed in' } },
  ERR_FORBIDDEN: {
    status: 403,
    title: { da: 'Du har ikke adgang til dette', en: 'You do not have access to this' },
  },
  ERR_NOT_FOUND: { status: 404, title: { da: 'Det findes ikke', en: 'It does not exist' } },
  ERR_METHOD_NOT_ALLOWED: {
    status: 405,
    title: { da: 'Metoden er ikke tilladt', en: 'The method is not allowed' },
  },
  ERR_NOT_ACCEPTABLE: { status: 406, title: { da: 'Formatet findes ikke', en: 'There is no such format' } },
  ERR_BODY_TOO_LARGE: {
    status: 413,
    title: { da: 'Forespørgslen er for stor', en: 'The request is too large' },
  },
  ERR_MEDIA_TYPE: {
    status: 415,
    title: { da: 'Forespørgslen skal være JSON', en: 'The request must be JSON' },
  },
  ERR_BUSY: { status: 503, title: { da: 'Der er travlt lige nu', en: 'The environment is busy' } },
  ERR_UNAVAILABLE: {
    status: 503,
    title: { da: 'Tallene kunne ikke hentes', en: 'The numbers could not be fetched' },
  },
  ERR_INTERNAL: {
    status: 500,
    title: { da: 'Noget gik galt hos os', en: 'Something went wrong on our side' },
  },
} as const satisfies Record<string, { status: number; title: LocalisedText }>;

export type ErrorCode = keyof typeof ERRORS;
export const ErrorCodeSchema = z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]);

/** Where in the request something is wrong, as a JSON pointer, and what. */
export const FieldError = z.object({ pointer: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** A way out of a refusal: a query that can be answered, with words for the button. */
export const WayOut = z.object({ label: z.object({ da: z.string(), en: z.string() }), query: z.unknown() });
export type WayOut = z.infer<typeof WayOut>;

/** Problem details (RFC 9457) with a stable code. Nothing internal is ever in it. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ErrorCodeSchema,
  detail: z.optional(z.object({ da: z.string(), en: z.string() })),
  instance: z.optional(z.string()),
  errors: z.optional(z.array(FieldError)),
  waysOut: z.optional(z.array(WayOut)),
});
export type Problem = z.infer<typeof Problem>;
