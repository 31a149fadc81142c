import type { Language } from '@datakube/contract';

/**
 * Texts of one element in every language. The type makes a missing key an error at compile time.
 * Placeholders stand in braces: `{rows} rækker`.
 */
export type Texts<TKey extends string> = Readonly<Record<Language, Readonly<Record<TKey, string>>>>;

/** Ties the keys of both languages together. */
export function defineTexts<const TKey extends string>(
  da: Readonly<Record<TKey, string>>,
  en: Readonly<Record<NoInfer<TKey>, string>>,
): Texts<TKey> {
  return { da, en };
}

/**
 * A text with its placeholders filled in.
 *
 * @example
 * ```ts
 * fill('{rows} rækker', { rows: '1.200' }); // '1.200 rækker'
 * ```
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, key: string) => values[key] ?? placeholder);
}
