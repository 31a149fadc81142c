import type { Relations } from '../table/relations.ts';
import type { CertificateSet } from './certificate-set.ts';
import { CLOSED, type Ground } from './ground.ts';

/** The totals a reader looks for first. */
export interface LargeTotals {
  /** None in a small table: there nearly every sum is large, and something has to give. */
  readonly count: number;
  /** Runs a search that changes no large total, unless it is hidden already. */
  kept<T>(search: () => T): T;
}

/** A total is large when it sums up so much of what persons add up over, whatever its codes. */
const LARGE_SHARE = 1 / 3;
/** Where more cells than these are large, none of them is looked for first. */
const MOST_OF_ALL = 0.1;

/**
 * Finds the large totals of a release. Readers would rather miss a few kommuner than the country, and prices alone
 * do not see to that: a chain of moves mends what is impossible, never what is merely dear. Where nothing else does,
 * hiding the country once makes it free for everybody, and it stays hidden.
 *
 * @param personsAdd per hierarchy: do persons add up over it?
 */
export function largeTotals(
  ground: Ground,
  set: CertificateSet,
  relations: readonly Relations[],
  personsAdd: readonly boolean[],
): LargeTotals {
  const shares = relations.map(({ leavesUnder, leaves }, h) =>
    leavesUnder.map((under) => (personsAdd[h] ? under.length / leaves.length : 1)),
  );
  const shareOf = (cell: number): number =>
    shares.reduce((product, own, h) => product * own[ground.node(cell, h)]!, 1);
  const sums = [...ground.hidden.keys()].filter((cell) => shareOf(cell) >= LARGE_SHARE);
  const large = sums.length <= MOST_OF_ALL * ground.hidden.length ? sums : [];
  return {
    count: large.length,
    kept(search) {
      const kept = large.filter(
        (cell) => !ground.hidden[cell] && !ground.fixed[cell] && set.uses[cell] === 0,
      );
      for (const cell of kept) ground.fixed[cell] = CLOSED;
      const result = search();
      for (const cell of kept) ground.fixed[cell] = 0;
      return result;
    },
  };
}
