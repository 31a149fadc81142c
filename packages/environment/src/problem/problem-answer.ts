import { ERRORS, type Language, type Problem } from '@datakube/contract';
import type { Refusal } from './refusal.ts';

/** Codes worth trying again, and after how many seconds. */
const RETRY_AFTER: Partial<Record<Refusal['code'], string>> = { ERR_BUSY: '1', ERR_UNAVAILABLE: '5' };

/** Problem details (RFC 9457) from the error table and what the refusal says. Nothing else gets in. */
export function problemAnswer(refusal: Refusal, language: Language, requestId: string): Response {
  const { code, details } = refusal;
  const { status, title } = ERRORS[code];
  const problem: Problem = {
    type: `urn:datakube:problem:${code.slice('ERR_'.length).toLowerCase().replaceAll('_', '-')}`,
    title: title[language],
    status,
    code,
    instance: `urn:uuid:${requestId}`,
    ...(details.detail && { detail: details.detail }),
    ...(details.errors && { errors: [...details.errors] }),
    ...(details.waysOut && { waysOut: [...details.waysOut] }),
  };
  const retry = RETRY_AFTER[code];
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Content-Language': language,
      ...(retry && { 'Retry-After': retry }),
      ...details.headers,
    },
  });
}
