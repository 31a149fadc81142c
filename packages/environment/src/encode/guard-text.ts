/** What makes a spreadsheet take a text for a formula, also in the full width of East Asian keyboards. */
const FORMULA = /^'*[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * Text as it may stand in CSV: one that a spreadsheet would read as a formula gets an apostrophe before it
 * (ASVS 5.0, 1.2.10). So does one that looks like that already: whoever takes one apostrophe away from every text
 * of apostrophes and such a sign has the texts as they were.
 */
export function guardText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
