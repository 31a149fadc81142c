import type { Relation } from './relations.ts';

/** The largest prime whose square is below 2^53. Another prime and another method than the engine's own. */
const p = 94906249;
const times = (a: number, b: number): number => (a * b) % p;

function inverse(a: number): number {
  let [r, s] = [p, a];
  let [t, u] = [0, 1];
  while (s) {
    const q = Math.floor(r / s);
    [r, s] = [s, r - q * s];
    [t, u] = [u, t - q * u];
  }
  return ((t % p) + p) % p;
}

/**
 * Family 4: which hidden cells some combination of sums determines. Gauss–Jordan elimination over a prime field on the
 * hidden unknowns; an unknown is determined when its row has no other unknown left.
 */
export function byElimination(
  cells: ReadonlyMap<string, number | null>,
  sums: readonly Relation[],
): string[] {
  const names = [...cells].flatMap(([cell, value]) => (value === null ? [cell] : []));
  const numbers = new Map(names.map((cell, number) => [cell, number]));
  const rows: Row[] = [];
  for (const { whole, parts } of sums) {
    const row: Row = new Map();
    const set = (cell: string, factor: number): void => {
      const number = numbers.get(cell);
      if (number !== undefined) row.set(number, factor);
    };
    set(whole, 1);
    for (const part of parts) set(part, p - 1);
    if (row.size) rows.push(row);
  }
  return [...reduce(rows)].flatMap(([cell, row]) => (row.size === 1 ? [names[cell]!] : []));
}

type Row = Map<number, number>;

/** Reduced row echelon form, sparse; short rows first to keep the fill small. */
function reduce(rows: Row[]): Map<number, Row> {
  const pivots = new Map<number, Row>();
  const users = new Map<number, Set<number>>();
  rows.sort((a, b) => a.size - b.size);
  for (const row of rows) {
    for (const cell of [...row.keys()]) {
      const pivot = pivots.get(cell);
      if (pivot && row.has(cell)) subtract(row, pivot, row.get(cell)!);
    }
    if (!row.size) continue;
    const lead = fewestUsers(row, users);
    const scale = inverse(row.get(lead)!);
    for (const [cell, value] of row) row.set(cell, times(value, scale));
    for (const user of [...(users.get(lead) ?? [])]) {
      const above = pivots.get(user)!;
      const factor = above.get(lead);
      if (factor === undefined) continue;
      subtract(above, row, factor);
      for (const cell of row.keys()) note(users, cell, user);
    }
    pivots.set(lead, row);
    for (const cell of row.keys()) note(users, cell, lead);
  }
  return pivots;
}

function subtract(row: Row, by: ReadonlyMap<number, number>, factor: number): void {
  for (const [cell, value] of by) {
    const left = ((row.get(cell) ?? 0) + p - times(factor, value)) % p;
    if (left) row.set(cell, left);
    else row.delete(cell);
  }
}

function fewestUsers(
  row: ReadonlyMap<number, number>,
  users: ReadonlyMap<number, ReadonlySet<number>>,
): number {
  let best = -1;
  let fewest = Infinity;
  for (const cell of row.keys()) {
    const size = users.get(cell)?.size ?? 0;
    if (size < fewest) [best, fewest] = [cell, size];
  }
  return best;
}

function note(users: Map<number, Set<number>>, cell: number, user: number): void {
  const set = users.get(cell);
  if (set) set.add(user);
  else users.set(cell, new Set([user]));
}
