import * as z from 'zod/mini';

/** Formats an answer can travel in, with their media types. */
export const FORMATS = {
  json: 'application/json',
  arrow: 'application/vnd.apache.arrow.stream',
  csv: 'text/csv',
} as const;

export type Format = keyof typeof FORMATS;
export const Format = z.enum(Object.keys(FORMATS) as [Format, ...Format[]]);
