import type { Arena } from '../arena/arena.ts';
import type { Attack } from '../bounty.ts';
import { aliases, derived, documents, order, rowCounts, twoUsers } from './answers.ts';
import { asOneOfThem, distinctPersons, sumsOfWholeNumbers, withTheRule } from './bounds.ts';
import { derivations } from './derivations.ts';
import { marksIn, marksInJson, oneByOne, refusals } from './fingerprints.ts';
import { greatest } from './greatest.ts';
import { groupings } from './groupings.ts';
import { complements, unions } from './questions.ts';
import { elimination, nestedCodes, subtraction } from './sums.ts';

/** What leaves as a file, or as columns. */
const FILES = ['csv', 'csv-plain', 'arrow', 'xlsx', 'json-stat', 'sdmx-csv', 'parquet'] as const;

/** Attacks whose claims follow from what is published by equations and comparison alone. */
export const PLAIN_ATTACKS: readonly Attack[] = [
  subtraction,
  elimination,
  marksInJson,
  ...FILES.map(marksIn),
  complements,
  unions(1, 'persons'),
  unions(2, 'visits'),
  twoUsers,
  derived,
  derivations,
  order,
  rowCounts,
  oneByOne,
  refusals,
  documents,
  nestedCodes(5),
  aliases,
  greatest,
  groupings,
];

/** Attacks that reason about ranges of whole numbers. */
export function rangeAttacks({ targets, truth }: Pick<Arena, 'targets' | 'truth'>): Attack[] {
  const alone = [...targets].filter((cell) => truth(cell, 'persons') === 1);
  return [
    sumsOfWholeNumbers('published', ['persons']),
    sumsOfWholeNumbers('published', ['visits', 'days']),
    withTheRule(marksInJson, 5),
    asOneOfThem(alone),
    distinctPersons,
  ];
}

/** Where zeros are hidden like small counts, in an environment of its own. */
export const protectedZerosAttack: Attack = sumsOfWholeNumbers('protected', ['persons']);
