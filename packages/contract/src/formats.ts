import * as z from 'zod/mini';

/** Formats that are decoded to a cell set, with their media types. */
export const CELL_SET_FORMATS = {
  json: 'application/json',
  arrow: 'application/vnd.apache.arrow.stream',
} as const;

/** Formats an answer can travel in, with their media types. */
export const FORMATS = {
  ...CELL_SET_FORMATS,
  csv: 'text/csv',
} as const;

export type Format = keyof typeof FORMATS;
export const Format = z.enum(Object.keys(FORMATS) as [Format, ...Format[]]);
