/** A member, and its number; null where it has none, or a hidden one. */
export interface Ranked {
  readonly number: number | null;
  /** In Danish, whatever the reader's language: the same question has the same answer. */
  readonly name: string;
}

const danish = new Intl.Collator('da', { numeric: true });

/**
 * The order of members from the greatest number to the least, then those without one by name. What is equal stays
 * in the order given, that of the code list.
 *
 * @returns positions in the list
 */
export function rankMembers(members: readonly Ranked[]): number[] {
  return [...members.keys()].sort((a, b) => compare(members[a]!, members[b]!) || a - b);
}

function compare(a: Ranked, b: Ranked): number {
  if (a.number !== null && b.number !== null) return b.number - a.number;
  if (a.number === null && b.number === null) return danish.compare(a.name, b.name);
  return a.number === null ? 1 : -1;
}
