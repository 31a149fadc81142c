import type { Cube, Format } from '@datakube/contract';
import { formatRelease } from '../../localisation/format.ts';

/** How a file of a format ends. Formats that are all CSV say which, so that one does not take the place of another. */
const ENDINGS: Readonly<Record<Format, string>> = {
  json: '.json',
  arrow: '.arrow',
  csv: '.csv',
  'csv-plain': '-plain.csv',
  xlsx: '.xlsx',
  'json-stat': '-stat.json',
  'sdmx-csv': '-sdmx.csv',
  parquet: '.parquet',
};

/** The name of a file: its cube, the release its numbers are from, and what kind it is. */
export function fileName({ id, release }: Pick<Cube, 'id' | 'release'>, format: Format): string {
  return `${id}-${formatRelease(release.id)}${ENDINGS[format]}`;
}
