import { type Format, FORMATS } from '@datakube/contract';
import type { Answer } from './answer.ts';
import { encodeArrow } from './arrow.ts';
import { encodeCsv } from './csv.ts';
import { encodeJson } from './json.ts';

/** The body and headers of an answer in the format asked for. */
export function encode(answer: Answer, format: Format): Response {
  const headers = { 'Content-Type': contentType(format), 'Content-Language': answer.meta.language };
  switch (format) {
    case 'json':
      return new Response(encodeJson(answer), { headers });
    case 'arrow':
      return new Response(encodeArrow(answer), { headers });
    case 'csv':
      return new Response(encodeCsv(answer), {
        headers: { ...headers, 'Content-Disposition': attachment(answer) },
      });
  }
}

function contentType(format: Format): string {
  return format === 'csv' ? `${FORMATS.csv}; charset=utf-8; header=present` : FORMATS[format];
}

/** Cube ids are kebab-case, so the name needs no quoting rules. */
function attachment(answer: Answer): string {
  return `attachment; filename="${answer.meta.cube}.csv"`;
}
