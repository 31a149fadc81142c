import { guesses } from './guesses.ts';
import type { PublishedRow } from './published-system.ts';
import { solve } from './solve.ts';

/** Two of the largest primes below 2^26; products stay exact. */
export const FIELDS = [67_108_819, 67_108_763] as const;

/** What calculation alone gives away. */
export interface Attack {
  /** 1 for unknowns that a combination of published cells determines. */
  readonly determined: Uint8Array;
  /** Two solutions of the equations with different guesses, over the first field: what agrees is known. */
  readonly solutions: readonly [Float64Array, Float64Array];
  readonly prime: number;
}

/**
 * Attacks a pattern by exact calculation, from published cells alone. Every unknown that comes out the
 * same whatever is guessed for the others counts as determined, in either of two fields.
 *
 * @param rows whole-number equations over the unknowns
 * @throws RangeError when a total is not a whole number, or the equations contradict each other
 */
export function attackPattern(rows: readonly PublishedRow[], unknowns: number): Attack {
  if (rows.some(({ total }) => !Number.isSafeInteger(total)))
    throw new RangeError('Only whole numbers can be attacked');
  const determined = new Uint8Array(unknowns);
  const guess = guesses();
  const solved = FIELDS.map((prime) => {
    const [first, second] = solve(rows, unknowns, prime, 2, guess).rounds;
    for (let unknown = 0; unknown < unknowns; unknown++) {
      if (first![unknown] === second![unknown]) determined[unknown] = 1;
    }
    return [first!, second!] as const;
  });
  return { determined, solutions: solved[0]!, prime: FIELDS[0] };
}
