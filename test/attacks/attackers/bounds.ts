import type { Counted } from '../arena/truth.ts';
import type { Attack, Claim } from '../bounty.ts';
import { type Evidence, hiddenCells } from '../evidence.ts';
import { type Knowledge, TOTAL } from '../knowledge.ts';
import { keysBelow, numberCells } from '../numbering.ts';
import { relations } from '../relations.ts';
import { type BoundedSum, Narrowing, type WholeNumbers } from './whole-numbers.ts';

/** More than there are persons, visits or days. */
const MANY = 100_000;
/** How far each end of a range is tried: enough to see whether three numbers are left. */
const TRIES = 12;

export interface Unknowns extends WholeNumbers {
  readonly sums: BoundedSum[];
  /** Number of the unknown that is a cell's hidden value, by measure and cell. */
  readonly numberOf: ReadonlyMap<string, number>;
}

/**
 * What everybody can write down about the hidden cells: they are at least 1 where zeros are published, and
 * the parts add up.
 *
 * @param measures those that are put into the system
 */
export function unknownsOf(
  knowledge: Knowledge,
  measures: readonly Counted[],
  zeros: 'published' | 'protected',
): Unknowns {
  const numberOf = new Map<string, number>();
  const low: number[] = [];
  const high: number[] = [];
  for (const measure of measures) {
    for (const cell of hiddenCells(knowledge, measure)) {
      numberOf.set(`${measure} ${cell}`, low.length);
      low.push(zeros === 'published' && measure !== 'days' ? 1 : 0);
      high.push(MANY);
    }
  }
  const unknowns = { low, high, sums: [] as BoundedSum[], numberOf };
  for (const measure of measures) {
    for (const { whole, parts } of relations(knowledge, measure)) {
      addSum(
        unknowns,
        knowledge,
        [[measure, whole, -1], ...parts.map((part) => [measure, part, 1] as const)],
        0,
        0,
      );
    }
  }
  return unknowns;
}

type Term = readonly [measure: Counted, cell: string, factor: 1 | -1];

/** Adds low ≤ Σ ± cell ≤ high; what is published goes to the bounds. */
function addSum(
  unknowns: Unknowns,
  knowledge: Knowledge,
  terms: readonly Term[],
  low: number,
  high: number,
): void {
  const numbers: number[] = [];
  const factors: (1 | -1)[] = [];
  let known = 0;
  for (const [measure, cell, factor] of terms) {
    const value = knowledge.measures.get(measure)!.get(cell);
    if (value != null) known += factor * value;
    else {
      numbers.push(unknowns.numberOf.get(`${measure} ${cell}`)!);
      factors.push(factor);
    }
  }
  if (numbers.length > 0)
    unknowns.sums.push({ unknowns: numbers, factors, low: low - known, high: high - known });
}

/** Family 36: nobody visits without being there. */
function addVisitsOfPersons(unknowns: Unknowns, knowledge: Knowledge): void {
  for (const cell of knowledge.measures.get('persons')!.keys()) {
    addSum(
      unknowns,
      knowledge,
      [
        ['visits', cell, 1],
        ['persons', cell, -1],
      ],
      0,
      MANY,
    );
  }
}

/** Family 34: distinct persons of a whole are at least those of any part, and at most all parts' together. */
function addDistinctPersons(unknowns: Unknowns, { all: knowledge, multiple }: Evidence): void {
  const { dimensions, names, values } = numberCells(knowledge, 'persons');
  const additive = knowledge.additiveOver.get('persons')!;
  for (const dimension of dimensions) {
    if (additive.includes(dimension.id)) continue;
    for (const key of values.keys()) {
      const parts = keysBelow(key, dimension).filter((part) => values.has(part));
      if (parts.length === 0) continue;
      const whole = ['persons', names.get(key)!, 1] as const;
      const terms = parts.map((part) => ['persons', names.get(part)!, -1] as const);
      for (const part of terms) addSum(unknowns, knowledge, [whole, part], 0, MANY);
      const complete = parts.length === keysBelow(key, dimension).length && !multiple.includes(dimension.id);
      if (complete) addSum(unknowns, knowledge, [whole, ...terms], -MANY, 0);
    }
  }
}

/** Narrows and shaves what is known of some measures, and claims what is left of each range. */
function claims(unknowns: Unknowns, narrowing: Narrowing, measures: readonly Counted[]): Claim[] {
  if (!narrowing.everything()) throw new Error('What is published contradicts itself');
  for (const [name, number] of unknowns.numberOf) {
    if (measures.includes(partsOf(name).measure)) narrowing.shave(number, TRIES);
  }
  return rangesOf(unknowns, measures);
}

/** Ranges with one or two numbers. */
function rangesOf({ numberOf, low, high }: Unknowns, measures: readonly Counted[]): Claim[] {
  const found: Claim[] = [];
  for (const [name, number] of numberOf) {
    const { measure, cell } = partsOf(name);
    if (!measures.includes(measure) || high[number]! - low[number]! > 1) continue;
    found.push({ cell, says: 'range', measure, low: low[number]!, high: high[number]! });
  }
  return found;
}

function partsOf(name: string): { measure: Counted; cell: string } {
  const at = name.indexOf(' ');
  return { measure: name.slice(0, at) as Counted, cell: name.slice(at + 1) };
}

/** Families 5 and 6, in the system of persons or in those of what else is counted. */
export function sumsOfWholeNumbers(zeros: 'published' | 'protected', measures: readonly Counted[]): Attack {
  return {
    families: zeros === 'published' ? [5] : [6],
    name: `${measures.join(' and ')}: whole and at least ${zeros === 'published' ? 1 : 0}`,
    run: ({ all }) =>
      measures.flatMap((measure) => {
        const unknowns = unknownsOf(all, [measure], zeros);
        return claims(unknowns, new Narrowing(unknowns), [measure]);
      }),
  };
}

/** Families 34 and 36: persons and visits in one system, with what is known of distinct persons. */
export const distinctPersons: Attack = {
  families: [34, 36],
  name: 'a part has no more persons than the whole, visits no fewer',
  run: (evidence) => {
    const unknowns = unknownsOf(evidence.all, ['persons', 'visits'], 'published');
    addVisitsOfPersons(unknowns, evidence.all);
    addDistinctPersons(unknowns, evidence);
    return claims(unknowns, new Narrowing(unknowns), ['persons']);
  },
};

/** Family 7: with the rule's 1 to 4 for cells that another attack has recognised as hidden for their own sake. */
export function withTheRule(recognise: Attack, threshold: number): Attack {
  return {
    families: [7],
    name: 'the rule as a bound, where small counts can be recognised',
    run: async (evidence) => {
      const recognised = (await recognise.run(evidence)).filter(({ says }) => says === 'small');
      if (recognised.length === 0) return [];
      const unknowns = unknownsOf(evidence.all, ['persons'], 'published');
      for (const { cell } of recognised) {
        unknowns.high[unknowns.numberOf.get(`persons ${cell}`)!] = threshold - 1;
      }
      return claims(unknowns, new Narrowing(unknowns), ['persons']);
    },
  };
}

/** Is one cell the other, or a wider one around it? */
function holds({ dimensions, children }: Knowledge, wide: string, narrow: string): boolean {
  const inside = narrow.split('|');
  return wide.split('|').every((code, at) => {
    if (code === TOTAL) return true;
    for (let own: string | undefined = inside[at]!; own !== undefined;) {
      if (own === code) return true;
      own = [...children.get(dimensions[at]!)!].find(([, below]) => below.includes(own!))?.[0];
    }
    return false;
  });
}

/**
 * Family 9: the attacker is himself one of those counted, the only one in a cell. He knows that it is 1, and
 * learns nothing from the cells around it that count him as well.
 *
 * @param own cells of which each is one attacker's own
 */
export function asOneOfThem(own: readonly string[]): Attack {
  return {
    families: [9],
    name: 'somebody who is alone in a hidden cell',
    run: (evidence) => {
      const unknowns = unknownsOf(evidence.all, ['persons'], 'published');
      const narrowing = new Narrowing(unknowns);
      narrowing.everything();
      return own.flatMap((cell) =>
        narrowing.assuming(unknowns.numberOf.get(`persons ${cell}`)!, 1, () =>
          rangesOf(unknowns, ['persons']).filter((claim) => !holds(evidence.all, claim.cell, cell)),
        ),
      );
    },
  };
}
