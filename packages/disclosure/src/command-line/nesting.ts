import { InputError } from './input-error.ts';

/** A hierarchical dimension: its finest column, and the chains of columns its members nest in, finest first. */
export interface Nesting {
  readonly column: string;
  readonly chains: readonly (readonly string[])[];
}

/**
 * Reads `muni<region` (muni nests in region), also `muni<region<country`. Two options that start with the
 * same column are two overlapping groupings of it; `a<b` and `b<c` are one chain.
 *
 * @throws InputError when an option is not of that form, or they contradict each other
 */
export function parseNestings(options: readonly string[]): Nesting[] {
  const above = new Map<string, string[]>();
  for (const option of options) {
    const columns = option.split('<').map((name) => name.trim());
    if (columns.length < 2 || columns.includes('')) {
      throw new InputError(`--hierarchy "${option}" must have the form "muni<region"`);
    }
    columns.slice(0, -1).forEach((column, at) => {
      const parents = above.get(column) ?? [];
      if (!parents.includes(columns[at + 1]!)) above.set(column, [...parents, columns[at + 1]!]);
    });
  }
  const parents = new Set([...above.values()].flat());
  const chainsFrom = (column: string, seen: readonly string[]): string[][] => {
    if (seen.includes(column)) throw new InputError(`--hierarchy: ${column} nests in itself`);
    const next = above.get(column);
    if (!next) return [[]];
    return next.flatMap((parent) => chainsFrom(parent, [...seen, column]).map((chain) => [parent, ...chain]));
  };
  const nestings = [...above.keys()]
    .filter((column) => !parents.has(column))
    .map((column) => ({ column, chains: chainsFrom(column, []) }));
  if (nestings.length === 0 && above.size > 0)
    throw new InputError('--hierarchy: the columns nest in each other');
  return nestings;
}

/** All columns above the finest ones: they are no dimensions of their own. */
export function parentColumns(nestings: readonly Nesting[]): Set<string> {
  return new Set(nestings.flatMap(({ chains }) => chains.flat()));
}
