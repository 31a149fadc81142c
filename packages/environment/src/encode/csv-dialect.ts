import type { Language } from '@datakube/contract';
import { guardText } from './guard-text.ts';

/** How a table is written as text. Lines end as in RFC 4180, quotes are doubled. */
export interface CsvDialect {
  readonly separator: ';' | ',';
  readonly decimals: ',' | '.';
  /** A byte order mark, by which spreadsheets know UTF-8. */
  readonly mark: boolean;
  /** Is what is derived from a measure called by words, or by its reference? */
  readonly words: boolean;
}

/** What a spreadsheet of the language opens as it is. */
export const SPREADSHEET: Readonly<Record<Language, CsvDialect>> = {
  da: { separator: ';', decimals: ',', mark: true, words: true },
  en: { separator: ',', decimals: '.', mark: true, words: true },
};

/** RFC 4180 in any language, for programs. */
export const PLAIN: CsvDialect = { separator: ',', decimals: '.', mark: false, words: false };

export const BYTE_ORDER_MARK = '\u{FEFF}';

/** A field of text: never a formula, quoted where it must be. */
export function csvText(raw: string, { separator }: CsvDialect): string {
  const guarded = guardText(raw);
  const special = guarded.includes(separator) || /["\r\n]/.test(guarded);
  return special ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A field with a number, with all its digits. */
export function csvNumber(value: number, { decimals }: CsvDialect): string {
  return decimals === '.' ? String(value) : String(value).replace('.', decimals);
}
