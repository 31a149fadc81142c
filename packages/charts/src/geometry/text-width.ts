/** Width in pixels of a text at 12 px, near enough for a sans-serif type: a little too wide rather than too narrow. */
export function estimateTextWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (/[ijltfI.,:;'|!()[\] ]/u.test(character)) return 4;
  if (/[mwMW@%æ]/u.test(character)) return 10.5;
  if (/[\p{Lu}]/u.test(character)) return 8.5;
  return 7;
}

/**
 * The text, cut with an ellipsis where it is wider than it may be. Never inside a number: half of one would be another.
 */
export function fitText(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  let end = text.length;
  const cut = (): string => `${text.slice(0, end).replace(/[\s,:]+$/, '')}…`;
  while (end > 1 && measure(cut()) > width) end--;
  const insideNumber = (): boolean =>
    /^[\d.,]*\d/.test(text.slice(end)) && /\d[.,]?$/.test(text.slice(0, end));
  while (end > 0 && insideNumber()) end--;
  return cut();
}

/** The width of the widest of texts; 0 where there is none. */
export function widest(texts: readonly string[], measure: (text: string) => number): number {
  return texts.reduce((most, content) => Math.max(most, measure(content)), 0);
}
