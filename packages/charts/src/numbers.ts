import type { Language } from '@datakube/contract';

const locale = { da: 'da-DK', en: 'en-GB' } as const satisfies Record<Language, string>;
const formats = new Map<string, Intl.NumberFormat>();
const collators = new Map<Language, Intl.Collator>();

/** A number as the language writes it: `1.234,5` in Danish, `1,234.5` in English. */
export function formatNumber(value: number, language: Language, decimals: number): string {
  const key = `${language}${decimals}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  formats.set(key, format);
  return format.format(value);
}

/** Order of names in a language: in Danish Æ, Ø, Å come last and Aa sorts as Å. */
export function nameOrder(language: Language): (a: string, b: string) => number {
  const collator = collators.get(language) ?? new Intl.Collator(locale[language], { numeric: true });
  collators.set(language, collator);
  return collator.compare;
}
