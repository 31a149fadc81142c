import { contentDigest, type Format, FORMATS } from '@datakube/contract';
import type { Answer } from './answer.ts';
import { encodeArrow } from './arrow.ts';
import { encodeCsv } from './csv.ts';
import { encodeJson } from './json.ts';

const ENCODERS: Record<Format, (answer: Answer) => Uint8Array<ArrayBuffer>> = {
  json: encodeJson,
  arrow: encodeArrow,
  csv: encodeCsv,
};

/**
 * The body and headers of an answer in the format asked for. A digest (RFC 9530) says what left, as no
 * reader of Arrow would notice a number that was damaged on its way.
 */
export async function encode(answer: Answer, format: Format): Promise<Response> {
  const body = ENCODERS[format](answer);
  return new Response(body, {
    headers: {
      'Content-Type': contentType(format),
      'Content-Language': answer.meta.language,
      'Content-Digest': await contentDigest(body),
      ...(format === 'csv' && { 'Content-Disposition': attachment(answer) }),
    },
  });
}

function contentType(format: Format): string {
  return format === 'csv' ? `${FORMATS.csv}; charset=utf-8; header=present` : FORMATS[format];
}

/** Cube ids are kebab-case, so the name needs no quoting rules. */
function attachment(answer: Answer): string {
  return `attachment; filename="${answer.meta.cube}.csv"`;
}
