import type { Format } from '@datakube/contract';
import type { AnswerMeta } from './answer.ts';

/** How the names of files end. Formats that are decoded to cells are no files. */
export const FILE_ENDINGS: { readonly [format in Format]?: string } = {
  csv: '.csv',
  'csv-plain': '.csv',
  xlsx: '.xlsx',
  'json-stat': '.json',
  'sdmx-csv': '.sdmx.csv',
  parquet: '.parquet',
};

/**
 * The header `Content-Disposition` of a file (RFC 6266): named after its cube, release and day. Both are of letters,
 * digits and hyphens, so the name needs no quoting rules and no second form.
 *
 * @returns for example `attachment; filename="sundhedsdata-paa-tvaers_3f9a6c1e_2026-01-31.xlsx"`
 */
export function attachment({ cube, release, exported }: AnswerMeta, ending: string): string {
  const parts = [cube, release.slice(0, 8), exported.slice(0, 10)];
  return `attachment; filename="${parts.join('_').replaceAll(/[^\w-]/g, '-')}${ending}"`;
}
