import type { PublishedRow } from './published-system.ts';

/** Solutions of a published system over a prime field: one per list of guesses. */
export interface Solutions {
  /** Values of all unknowns, 0 to prime − 1, one array per round of guesses. */
  readonly rounds: readonly Float64Array[];
}

type Row = Map<number, number>;

const TOTAL = -1;

/**
 * Solves the published equations modulo a prime, guessing what they leave free: each round guesses anew.
 * An unknown that comes out the same however one guesses is determined.
 *
 * @param guess a number from 0 to limit − 1, differently each time
 * @throws RangeError when the published numbers contradict each other
 */
export function solve(
  rows: readonly PublishedRow[],
  unknowns: number,
  prime: number,
  rounds: number,
  guess: (limit: number) => number,
): Solutions {
  const order = eliminate(modular(rows, prime), unknowns, prime);
  return {
    rounds: Array.from({ length: rounds }, () => {
      const value = Float64Array.from({ length: unknowns }, () => guess(prime));
      for (const [row, pivot] of order.toReversed()) {
        let rest = row.get(TOTAL) ?? 0;
        for (const [unknown, factor] of row) {
          if (unknown !== TOTAL && unknown !== pivot) rest -= times(factor, value[unknown]!, prime);
        }
        value[pivot] = times(modulo(rest, prime), power(row.get(pivot)!, prime - 2, prime), prime);
      }
      return value;
    }),
  };
}

/**
 * Equations from which all the others follow, fewest unknowns first: the rest only costs time.
 *
 * @throws RangeError when the published numbers contradict each other
 */
export function independentRows(
  rows: readonly PublishedRow[],
  unknowns: number,
  prime: number,
): PublishedRow[] {
  const work = modular(rows, prime);
  const originals = new Map(work.map((row, index) => [row, rows[index]!]));
  return eliminate(work, unknowns, prime).map(([row]) => originals.get(row)!);
}

function modular(rows: readonly PublishedRow[], prime: number): Row[] {
  return rows.map(({ unknowns, signs, total }) => {
    const row: Row = new Map(unknowns.map((unknown, at) => [unknown, signs[at]! > 0 ? 1 : prime - 1]));
    row.set(TOTAL, modulo(total, prime));
    return row;
  });
}

/** Gauss, shortest row first. Returns the rows with their pivots in the order they were chosen. */
function eliminate(rows: readonly Row[], unknowns: number, prime: number): (readonly [Row, number])[] {
  const standsIn: Set<Row>[] = Array.from({ length: unknowns }, () => new Set<Row>());
  const byLength: Set<Row>[] = [];
  const file = (row: Row): void => {
    while (byLength.length <= row.size) byLength.push(new Set());
    byLength[row.size]!.add(row);
  };
  for (const row of rows) {
    for (const unknown of row.keys()) if (unknown !== TOTAL) standsIn[unknown]!.add(row);
    file(row);
  }
  const order: (readonly [Row, number])[] = [];
  for (;;) {
    const shortest = byLength.find((bucket) => bucket.size > 0);
    if (!shortest) return order;
    const row = shortest.values().next().value!;
    shortest.delete(row);
    let pivot = TOTAL;
    for (const unknown of row.keys()) {
      if (unknown === TOTAL) continue;
      standsIn[unknown]!.delete(row);
      if (pivot === TOTAL || standsIn[unknown]!.size < standsIn[pivot]!.size) pivot = unknown;
    }
    if (pivot === TOTAL) {
      if (row.get(TOTAL) !== 0) throw new RangeError('The published numbers contradict each other');
      continue;
    }
    order.push([row, pivot]);
    const invert = prime - power(row.get(pivot)!, prime - 2, prime);
    for (const other of standsIn[pivot]!) {
      byLength[other.size]!.delete(other);
      const factor = times(other.get(pivot)!, invert, prime);
      for (const [unknown, value] of row) {
        const sum = (times(value, factor, prime) + (other.get(unknown) ?? 0)) % prime;
        if (sum !== 0 || unknown === TOTAL) {
          other.set(unknown, sum);
          if (unknown !== TOTAL) standsIn[unknown]!.add(other);
        } else {
          other.delete(unknown);
          if (unknown !== pivot) standsIn[unknown]!.delete(other);
        }
      }
      file(other);
    }
    standsIn[pivot]!.clear();
  }
}

/** Exact for factors below 2^26. */
function times(a: number, b: number, prime: number): number {
  return (a * b) % prime;
}

function modulo(number: number, prime: number): number {
  const rest = number % prime;
  return rest < 0 ? rest + prime : rest;
}

function power(base: number, exponent: number, prime: number): number {
  if (base === 1) return 1;
  let result = 1;
  for (let square = base, left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = times(result, square, prime);
    square = times(square, square, prime);
  }
  return result;
}
