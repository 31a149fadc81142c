/** Characters that a cell of a sheet holds at most. */
export const TEXT_LIMIT = 32_767;

// What XML cannot hold, or readers of it change, has a form of its own in sheets; so has what looks like that form.
const ESCAPED = /[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd-\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** Joins nothing to nothing, and has no width. */
const WORD_JOINER = '\u2060';

/**
 * Text as a cell of a sheet holds it: as written, whatever it looks like. Cells of text are never formulas. Halves
 * of a character that has none become a sign that says so.
 */
export function sheetText(text: string): string {
  const escaped = text
    .toWellFormed()
    .replaceAll(ESCAPED, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  // The library keeps texts by their names in a plain object, which has these already.
  return escaped in Object.prototype ? escaped + WORD_JOINER : escaped;
}

/** Text in pieces that each fit in a cell. */
export function sheetTexts(text: string): string[] {
  // An escaped character is seven.
  const most = Math.floor(TEXT_LIMIT / 7);
  return Array.from({ length: Math.max(1, Math.ceil(text.length / most)) }, (_, at) =>
    sheetText(text.slice(at * most, (at + 1) * most)),
  );
}
