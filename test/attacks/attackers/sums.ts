import { byElimination } from '../elimination.ts';
import type { Attack, Claim } from '../bounty.ts';
import type { Counted } from '../arena/truth.ts';
import { bySubtraction, relations } from '../relations.ts';
import { smallGroups } from '../small-groups.ts';

const MEASURES: readonly Counted[] = ['persons', 'visits', 'days'];

export const subtraction: Attack = {
  families: [1, 2, 3],
  name: 'rows, columns and hierarchies subtracted until nothing new turns up',
  run: ({ all }) =>
    MEASURES.flatMap((measure) => {
      const found = bySubtraction(all.measures.get(measure)!, relations(all, measure));
      return [...found].map(([cell, value]): Claim => ({
        cell,
        says: 'range',
        measure,
        low: value,
        high: value,
      }));
    }),
};

export const elimination: Attack = {
  families: [4, 19, 44],
  name: 'every combination of sums, of both cubes and all periods',
  run: ({ all }) =>
    MEASURES.flatMap((measure) => {
      const found = byElimination(all.measures.get(measure)!, relations(all, measure));
      return found.map((cell): Claim => ({ cell, says: 'determined' }));
    }),
};

export function nestedCodes(threshold: number): Attack {
  return {
    families: [35],
    name: 'a wider code minus a narrower one, and parts beyond their whole',
    run: ({ all }) => smallGroups(all, threshold).map((cell): Claim => ({ cell, says: 'determined' })),
  };
}
