import type { Cell, Sum } from './worked-tables.ts';

/** What is known of hidden numbers besides the published ones. */
export interface Knowledge {
  readonly least: number;
  /** Numbers that somebody knows, as his own. */
  readonly known?: ReadonlyMap<string, number>;
  /** Cells that are known to be below a number. */
  readonly below?: { readonly cells: readonly string[]; readonly limit: number };
}

/**
 * Every number each hidden cell can have, by trying all tables of whole numbers that agree with what is
 * published. For tables small enough to print, and shares no idea with the code it checks.
 */
export function possibleNumbers(
  cells: ReadonlyMap<string, Cell>,
  sums: readonly Sum[],
  { least, known = new Map(), below }: Knowledge,
): Map<string, Set<number>> {
  const hidden = [...cells].flatMap(([name, cell]) => (cell === null ? [name] : []));
  const most = Math.max(...[...cells.values()].map((cell) => cell ?? 0));
  const at = new Map<string, number>();
  const found = new Map(hidden.map((name) => [name, new Set<number>()]));
  const value = (name: string): number | undefined => cells.get(name) ?? at.get(name);

  const possible = (name: string, number: number): boolean =>
    number >= least &&
    (known.get(name) ?? number) === number &&
    !(below?.cells.includes(name) && number >= below.limit);

  /** False where a sum whose numbers are all there does not come out. */
  const holds = ({ total, parts }: Sum): boolean => {
    const numbers = [total, ...parts].map(value);
    if (numbers.includes(undefined)) return true;
    return numbers[0] === numbers.slice(1).reduce<number>((sum, number) => sum + number!, 0);
  };

  const next = (position: number): void => {
    const name = hidden[position];
    if (name === undefined) {
      for (const [cell, number] of at) found.get(cell)!.add(number);
      return;
    }
    for (const number of candidates(name, sums, value, most)) {
      if (!possible(name, number)) continue;
      at.set(name, number);
      if (sums.every(holds)) next(position + 1);
      at.delete(name);
    }
  };
  next(0);
  return found;
}

/** The number that a sum leaves, where it leaves one; else every number there could be. */
function candidates(
  name: string,
  sums: readonly Sum[],
  value: (name: string) => number | undefined,
  most: number,
): number[] {
  for (const { total, parts } of sums) {
    const others = [total, ...parts].filter((other) => other !== name);
    if (others.length > parts.length || others.some((other) => value(other) === undefined)) continue;
    const rest = parts.filter((part) => part !== name).reduce((sum, part) => sum + value(part)!, 0);
    return [total === name ? rest : value(total)! - rest];
  }
  return Array.from({ length: most + 1 }, (_, number) => number);
}
