import { contentDigest, type Format, FORMATS } from '@datakube/contract';
import type { Answer } from './answer.ts';
import { encodeArrow } from './arrow.ts';
import { encodeCsv } from './csv.ts';
import { PLAIN, SPREADSHEET } from './csv-dialect.ts';
import { headerRecord } from './disclose.ts';
import { attachment, FILE_ENDINGS } from './file-name.ts';
import { encodeJson } from './json.ts';
import { encodeJsonStat } from './json-stat.ts';
import { encodeParquet } from './parquet.ts';
import { encodeSdmxCsv } from './sdmx-csv.ts';
import { encodeXlsx } from './xlsx/xlsx.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const ENCODERS: Readonly<Record<Format, (answer: Answer) => Bytes | Promise<Bytes>>> = {
  json: encodeJson,
  arrow: encodeArrow,
  csv: (answer) => encodeCsv(answer, SPREADSHEET[answer.meta.language]),
  'csv-plain': (answer) => encodeCsv(answer, PLAIN),
  xlsx: encodeXlsx,
  'json-stat': encodeJsonStat,
  'sdmx-csv': encodeSdmxCsv,
  parquet: encodeParquet,
};

/** What the media types of the contract leave out. */
const PARAMETERS: { readonly [format in Format]?: string } = {
  csv: '; charset=utf-8; header=present',
  'csv-plain': '; charset=utf-8; header=present',
  'sdmx-csv': '; version=2.0.0; charset=utf-8',
};

/** Makes the body of an answer. The signal aborts when nobody waits for it any more. */
export type EncodeBody = (answer: Answer, format: Format, signal?: AbortSignal) => Bytes | Promise<Bytes>;

/** The body of an answer, made here and now. */
export const encodeBody: EncodeBody = (answer, format) => ENCODERS[format](answer);

/** An answer as it leaves. */
export interface EncodedAnswer {
  readonly body: Bytes;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The body and headers of an answer in the format asked for. A digest (RFC 9530) says what left, as no
 * reader of Arrow would notice a number that was damaged on its way.
 */
export async function encode(
  answer: Answer,
  format: Format,
  make: EncodeBody = encodeBody,
  signal?: AbortSignal,
): Promise<EncodedAnswer> {
  const body = await make(answer, format, signal);
  const ending = FILE_ENDINGS[format];
  return {
    body,
    headers: {
      'Content-Type': FORMATS[format] + (PARAMETERS[format] ?? ''),
      'Content-Language': answer.meta.language,
      'Content-Digest': await contentDigest(body),
      'Datakube-Disclosure': headerRecord(answer),
      ...(ending !== undefined && { 'Content-Disposition': attachment(answer.meta, ending) }),
    },
  };
}
