import type { MemberEntry } from '@datakube/contract';
import { searchKey } from '../../localisation/find-text.ts';

/** What a pasted text holds: the members it names, and how many of its parts name none. */
export type Pasted =
  | { readonly kind: 'members'; readonly members: readonly MemberEntry[]; readonly unknown: number }
  /** Numbers like those of persons: none of it may go any further. */
  | { readonly kind: 'refused' };

/** Ten digits, as in a CPR number. No code list of a cube has such codes. */
const LIKE_CPR = /(?<!\d)\d{6}[ \u00a0-]?\d{4}(?!\d)/;

export function looksLikeCpr(text: string): boolean {
  return LIKE_CPR.test(text);
}

/** True where a pasted text is a list and not words to search for. */
export function isList(text: string): boolean {
  return /[\n\r\t;,]/.test(text.trim());
}

/**
 * Reads codes and names out of a text, parted by lines, tabs, semicolons or commas. A name may hold a comma,
 * and a spreadsheet may have put a part in quotes or taken the zeros before a code.
 */
export function readPasted(text: string, members: readonly MemberEntry[]): Pasted {
  if (looksLikeCpr(text)) return { kind: 'refused' };
  const known = namesOf(members);
  const named = (part: string): readonly MemberEntry[] | undefined =>
    known.get(searchKey(part.trim().replace(/^"(.*)"$/, '$1')));
  const found = text
    .split(/[\n\r\t;]+/)
    .flatMap((line) => (named(line) ? [line] : line.split(',')))
    .filter((part) => part.trim() !== '')
    .map(named);
  return {
    kind: 'members',
    members: [...new Set(found.flatMap((each) => each ?? []))],
    unknown: found.filter((each) => each === undefined).length,
  };
}

function namesOf(members: readonly MemberEntry[]): ReadonlyMap<string, readonly MemberEntry[]> {
  const known = new Map<string, MemberEntry[]>();
  for (const member of members) {
    const { code, name } = member;
    for (const text of new Set([code, code.replace(/^0+(?=\d)/, ''), name.da, name.en].map(searchKey))) {
      const same = known.get(text);
      if (same) same.push(member);
      else known.set(text, [member]);
    }
  }
  return known;
}
