import * as z from 'zod/mini';
import { CELL_SET_FORMATS } from './cell-set-formats.ts';

/**
 * Formats an answer can travel in, with their media types, without parameters. Where two have the same one the
 * header `Accept` means the first; `?format=` means each.
 *
 * - `csv`: what a spreadsheet of the language opens as it is: semicolon and decimal comma in Danish
 * - `csv-plain`: RFC 4180 in any language, for programs
 * - `xlsx`: the table as on screen, the cells one to a line, and notes
 * - `json-stat`: JSON-stat 2.0, with the type that Eurostat gives it: `application/json` is a cell set
 * - `sdmx-csv`: SDMX-CSV 2.0
 * - `parquet`: one row for each cell
 */
export const FORMATS = {
  ...CELL_SET_FORMATS,
  csv: 'text/csv',
  'csv-plain': 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'json-stat': 'application/json-stat+json',
  'sdmx-csv': 'application/vnd.sdmx.data+csv',
  parquet: 'application/vnd.apache.parquet',
} as const;

export type Format = keyof typeof FORMATS;
export const Format = z.enum(Object.keys(FORMATS) as [Format, ...Format[]]);

/** How much a format holds. A query beyond it is refused, never cut. */
export interface FormatLimits {
  /** Numbers: rows × columns × measures. */
  readonly cells: number;
  /** Rows of the table, its heads included. */
  readonly rows: number;
  /** Columns of the table, its heads included. */
  readonly columns: number;
}

/** Formats that hold less than an environment answers (`limits.cells` of its capabilities): known before anybody asks. */
export const FORMAT_LIMITS: { readonly [format in Format]?: FormatLimits } = {
  // An Excel sheet has 1,048,576 rows and 16,384 columns. Fewer cells: it is made in one go, in memory.
  xlsx: { cells: 50_000, rows: 1_048_576, columns: 16_384 },
};
