import type { Language } from '@datakube/contract';

/**
 * Texts of one element in every language. The type makes a missing key an error at compile time.
 * Placeholders stand in braces: `{rows} rækker`.
 */
export type Texts<TKey extends string> = Readonly<Record<Language, Readonly<Record<TKey, string>>>>;

/** All texts that are loaded, by the name of their element, and those who show them: what a page's own wording needs. */
export const wording = {
  texts: new Map<string, Texts<string>>(),
  readers: new Set<{ requestUpdate(): void }>(),
  /** Called for each element whose texts come. */
  onDefine: (_element: string): void => {},
};

/** Ties the keys of both languages together, under the name by which a page can bring wordings of its own. */
export function defineTexts<const TKey extends string>(
  da: Readonly<Record<TKey, string>>,
  en: Readonly<Record<NoInfer<TKey>, string>>,
  element: string,
): Texts<TKey> {
  const texts = { da, en };
  wording.texts.set(element, texts);
  wording.onDefine(element);
  return texts;
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
