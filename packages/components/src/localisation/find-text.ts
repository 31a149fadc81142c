/** The part of a text that holds the words looked for: `to` is not in it. */
export interface Found {
  readonly from: number;
  readonly to: number;
}

/**
 * A search for words in texts, as a Dane types them: any case, `aa` for `å` and the other way round, a
 * hyphen for the dash of `0–19 år`.
 *
 * @param words - nothing but spaces finds nothing
 *
 * @example
 * ```ts
 * const search = searchFor('ÅRH');
 * search.holds('Aarhus'); // true
 * search.find('Aarhus Kommune'); // { from: 0, to: 4 }
 * ```
 */
export function searchFor(words: string): {
  readonly holds: (text: string) => boolean;
  readonly begins: (text: string) => boolean;
  readonly find: (text: string) => Found | null;
} {
  const typed = plain(words.trim());
  const wanted = joined(typed);
  const holds = (text: string): boolean => {
    if (typed === '') return false;
    const letters = plain(text);
    return letters.includes(typed) || joined(letters).includes(wanted);
  };
  return {
    holds,
    begins: (text) => typed !== '' && joined(plain(text)).startsWith(wanted),
    find: (text) => {
      if (!holds(text)) return null;
      const letters = plain(text);
      const at = letters.indexOf(typed);
      return at >= 0 ? { from: at, to: at + typed.length } : findJoined(letters, wanted);
    },
  };
}

/** What texts have in common that are the same to one who searches. */
export function searchKey(text: string): string {
  return joined(plain(text.trim()));
}

/** Letter for letter as long as the text: places in it are places in the text. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : text).replaceAll('–', '-');
}

function joined(letters: string): string {
  return letters.replaceAll('aa', 'å');
}

function findJoined(letters: string, wanted: string): Found {
  const places: number[] = [];
  for (let at = 0; at < letters.length; at += letters.startsWith('aa', at) ? 2 : 1) places.push(at);
  const at = joined(letters).indexOf(wanted);
  return { from: places[at] ?? 0, to: places[at + wanted.length] ?? letters.length };
}
