import type { Cube, Format } from '@datakube/contract';
import { formatRelease } from '../../localisation/format.ts';

/** How a file of a format ends, as where the environment itself names one. */
const ENDINGS: Readonly<Record<Format, string>> = {
  json: '.json',
  arrow: '.arrow',
  csv: '.csv',
  'csv-plain': '.csv',
  xlsx: '.xlsx',
  'json-stat': '.json',
  'sdmx-csv': '.sdmx.csv',
  parquet: '.parquet',
};

/**
 * The name of a file: its cube, the release its numbers are from, and the day it was fetched.
 *
 * @example `sundhedsdata-paa-tvaers_3f9a6c1e_2026-01-31.xlsx`
 */
export function fileName(
  { id, release }: Pick<Cube, 'id' | 'release'>,
  format: Format,
  fetched = new Date(),
): string {
  const parts = [id, formatRelease(release.id), fetched.toISOString().slice(0, 10)];
  return `${parts.join('_').replaceAll(/[^\w-]/g, '-')}${ENDINGS[format]}`;
}
