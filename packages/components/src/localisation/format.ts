import type { Language } from '@datakube/contract';

const locale = { da: 'da-DK', en: 'en-GB' } as const satisfies Record<Language, string>;

const numbers = new Map<string, Intl.NumberFormat>();
const collators = new Map<Language, Intl.Collator>();

/** A number as the language writes it: `1.234.567,9` in Danish, `1,234,567.9` in English. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  return numberFormat(language, decimals).format(value);
}

/**
 * The format behind {@link formatNumber}, for writing many numbers of one kind.
 *
 * @param signed writes a plus before what is greater than zero, as of a change
 */
export function numberFormat(language: Language, decimals = 0, signed = false): Intl.NumberFormat {
  const key = `${language}${decimals}${signed}`;
  let format = numbers.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: signed ? 'exceptZero' : 'auto',
    });
    numbers.set(key, format);
  }
  return format;
}

/** A date as the language writes it: `3.11.2026` in Danish, `03/11/2026` in English. */
export function formatDate(date: string, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], { timeZone: 'UTC' }).format(new Date(date));
}

/** Order of names: in Danish Æ, Ø, Å come last and Aa sorts as Å. */
export function compareNames(a: string, b: string, language: Language): number {
  let collator = collators.get(language);
  if (!collator) {
    collator = new Intl.Collator(locale[language], { numeric: true });
    collators.set(language, collator);
  }
  return collator.compare(a, b);
}

/** A time of day as the language writes it: `10.42` in Danish, `10:42` in English. */
export function formatTime(time: Date, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], { hour: '2-digit', minute: '2-digit' }).format(time);
}

/** The name of a release as a reader is shown it: of a hash the first eight characters, any other name in full. */
export function formatRelease(id: string): string {
  return /^[0-9a-f]{16,}$/i.test(id) ? id.slice(0, 8) : id;
}
