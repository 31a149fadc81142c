/**
 * The positions whose names match what was typed, best first: the name itself, then the position with that
 * number (counted from 1), names that begin so, names with a word that does, and names that hold it.
 *
 * @param nameOf the name at a position
 * @param count how many positions there are
 * @param most how many to find
 * @example
 * ```ts
 * findNames(['Aalborg', 'København', 'Køge'].at, 3, 'kø', 5); // [1, 2]
 * ```
 */
export function findNames(
  nameOf: (position: number) => string,
  count: number,
  typed: string,
  most: number,
): readonly number[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  const number = /^\d+$/.test(wanted) ? Number(wanted) - 1 : -1;
  const ranks: number[][] = [[], [], [], [], []];
  for (let position = 0; position < count; position++) {
    const rank = rankOf(nameOf(position).toLowerCase(), wanted, position === number);
    if (rank >= 0 && ranks[rank]!.length < most) ranks[rank]!.push(position);
  }
  return ranks.flat().slice(0, most);
}

function rankOf(name: string, wanted: string, numbered: boolean): number {
  if (name === wanted) return 0;
  if (numbered) return 1;
  const at = name.indexOf(wanted);
  if (at <= 0) return at === 0 ? 2 : -1;
  return name.includes(` ${wanted}`) ? 3 : 4;
}
