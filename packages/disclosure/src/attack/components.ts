import type { Bounds } from './narrow-bounds.ts';
import type { PublishedRow } from './published-system.ts';

/** Unknowns that hang together through equations; nothing in it depends on the rest. */
export interface Component {
  /** The unknowns, by their numbers in the whole system. */
  readonly unknowns: Int32Array;
  /** The equations, over positions in `unknowns`. */
  readonly rows: readonly PublishedRow[];
}

/**
 * Splits a system into components. Unknowns whose bounds meet are put in as numbers first, so that what
 * is known by now does not tie components together.
 */
export function componentsOf(rows: readonly PublishedRow[], { low, high }: Bounds): Component[] {
  const isFree = (unknown: number): boolean => low[unknown] !== high[unknown];
  const root = Int32Array.from(low.keys());
  const find = (unknown: number): number => {
    let at = unknown;
    while (root[at] !== at) {
      root[at] = root[root[at]!]!;
      at = root[at]!;
    }
    return at;
  };
  const free = rows.map(({ unknowns }) => unknowns.filter(isFree));
  for (const [first, ...others] of free) for (const other of others) root[find(other)] = find(first!);

  const members = new Map<number, number[]>();
  const place = new Int32Array(low.length);
  low.forEach((_, unknown) => {
    if (!isFree(unknown)) return;
    const list = members.get(find(unknown)) ?? [];
    place[unknown] = list.push(unknown) - 1;
    members.set(find(unknown), list);
  });
  const rowsOf = new Map<number, PublishedRow[]>([...members.keys()].map((key) => [key, []]));
  rows.forEach(({ unknowns, signs, total }, index) => {
    const [first] = free[index]!;
    if (first === undefined) return;
    let rest = total;
    unknowns.forEach((unknown, at) => {
      if (!isFree(unknown)) rest -= signs[at]! * low[unknown]!;
    });
    rowsOf.get(find(first))!.push({
      unknowns: free[index]!.map((unknown) => place[unknown]!),
      signs: signs.filter((_, at) => isFree(unknowns[at]!)),
      total: rest,
    });
  });
  return [...members].map(([key, list]) => ({ unknowns: Int32Array.from(list), rows: rowsOf.get(key)! }));
}
