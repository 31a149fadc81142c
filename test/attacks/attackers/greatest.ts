import { type CellSetAnswer, OTHERS } from '@datakube/contract';
import type { Attack, Claim } from '../bounty.ts';
import type { Evidence } from '../evidence.ts';
import { beginWith, claimsFrom, learnSum } from './learned.ts';
import { answerTo, type Down, tablesDown } from './tables.ts';

const FINEST = { place: 'town', age: 'narrow' } as const;

/**
 * Family 47: the greatest of every table, one more at a time. What is left over is a sum of cells; and a hidden
 * number that stands among those that are shown, or before another hidden one whose name comes first, stands there
 * for what it is.
 */
export const greatest: Attack = {
  families: [47],
  name: 'the greatest, their order, and the rest',
  run: async (evidence) => {
    const learned = beginWith(evidence.ofWhole, 'persons');
    const claims: Claim[] = [];
    for (const table of tablesDown(evidence)) {
      const codes = membersAt(evidence, table.down);
      for (let count = 1; count <= codes.length; count++) {
        const answer = await answerTo(evidence, {
          measures: ['persons'],
          rows: [
            {
              dimension: table.down,
              level: FINEST[table.down],
              top: { count, by: 'persons', others: true },
            },
          ],
          filters: [...table.filters],
        });
        const shown = answer.axes.rows.map(([entry]) => entry!.code);
        const rest = codes.filter((code) => !shown.includes(code));
        const others = answer.cells['persons']!.value[shown.indexOf(OTHERS)] ?? null;
        learnSum(learned, others, rest.map(table.cellOf));
        claims.push(...fromOrder(answer, table));
      }
    }
    return [...claims, ...claimsFrom(learned)];
  },
};

function membersAt({ ofWhole }: Evidence, dimension: string): string[] {
  const children = ofWhole.children.get(dimension)!;
  return [...children.values()].flat().filter((code) => !children.has(code));
}

/** In rows that fall, a hidden number lies between its neighbours; one with nothing but zeros below is small. */
function fromOrder({ axes, cells }: CellSetAnswer, { cellOf }: Down): Claim[] {
  const names = axes.rows.map(([entry]) => entry!);
  const value = cells['persons']!.value.slice(0, names.findLastIndex(({ code }) => code !== OTHERS) + 1);
  const firstHidden = value.indexOf(null);
  const hiddenNames = names.slice(firstHidden, value.length).map(({ label }) => label);
  const isByName = hiddenNames.join() === hiddenNames.toSorted(new Intl.Collator('da').compare).join();
  if (firstHidden < 0 || (value.slice(firstHidden).every((each) => each === null) && isByName)) return [];
  return value.flatMap((number, at): Claim[] => {
    if (number !== null) return [];
    const cell = cellOf(names[at]!.code);
    const below = value.slice(at + 1).find((each) => each !== null) ?? 1;
    const above = value.slice(0, at).findLast((each) => each !== null);
    return [
      ...(below <= 1 ? [{ cell, says: 'small' } as const] : []),
      ...(above !== undefined
        ? [{ cell, says: 'range', measure: 'persons', low: below, high: above } as const]
        : []),
    ];
  });
}
