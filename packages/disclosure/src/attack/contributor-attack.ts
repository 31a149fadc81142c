import type { Highs } from 'highs';
import {
  type ExaminedComponent,
  type FeasibleIntervals,
  type IntervalQuestion,
  type Left,
  leftOf,
  withProgram,
} from './feasible-intervals.ts';
import { guesses } from './guesses.ts';
import { narrowBounds } from './narrow-bounds.ts';
import type { SearchMeans } from './search-ranges.ts';
import { settleComponent } from './settle-component.ts';
import { narrowPool, wholeNumbers } from './witnesses.ts';
import type { WorkMeter } from './work-limit.ts';

/** What people find out who know that they are the only one in a hidden cell. */
export interface ContributorAttack {
  /** People who could attack. */
  readonly persons: number;
  /** People whose attack was carried out to the end. */
  readonly examined: number;
  /** People who find out about others. */
  readonly successful: number;
  /** Cells that somebody can recover exactly, and could not without knowing himself. */
  readonly exact: number;
  /** Cells that are left with too few whole numbers for somebody, and had enough without. */
  readonly narrow: number;
}

/**
 * Lets people attack who each know some of the unknowns to be 1, because they are the person counted.
 *
 * @param question the question that was answered
 * @param answer what everybody can find out
 * @param persons per person the unknowns he knows to be 1; his own are not counted as found
 */
export function contributorAttack(
  highs: Highs,
  { possibilities }: IntervalQuestion,
  answer: FeasibleIntervals,
  persons: readonly (readonly number[])[],
  meter: WorkMeter,
): ContributorAttack {
  const means = { possibilities, meter, draw: guesses() };
  const succeeded = new Set<number>();
  const stopped = new Set<number>();
  const exact = new Set<number>();
  const narrow = new Set<number>();
  const judge = (person: number, unknown: number, left: Left): void => {
    const before = answer.left.get(unknown)!;
    if (left === 'undecided') stopped.add(person);
    else if (before !== 'undecided' && left < before) {
      succeeded.add(person);
      if (left === 1) exact.add(unknown);
      if (before === possibilities) narrow.add(unknown);
    }
  };
  for (const examined of answer.components) {
    const own = personsWithin(examined, persons);
    if (own.size === 0) continue;
    for (const person of attackComponent(highs, examined, own, answer.left, means, judge))
      stopped.add(person);
  }
  return {
    persons: persons.length,
    examined: persons.length - stopped.size,
    successful: succeeded.size,
    exact: exact.size,
    narrow: narrow.size,
  };
}

/** Per person, positions within the component of the unknowns he knows. */
function personsWithin(
  { component }: ExaminedComponent,
  persons: readonly (readonly number[])[],
): Map<number, number[]> {
  const place = new Map([...component.unknowns].map((unknown, at) => [unknown, at]));
  const within = persons.map((own) => own.flatMap((unknown) => place.get(unknown) ?? []));
  return new Map([...within.entries()].filter(([, own]) => own.length > 0));
}

/**
 * Asks for every person what is left of the cells that were not exact before.
 *
 * @returns people who could not be tried any more
 */
function attackComponent(
  highs: Highs,
  { component, settled }: ExaminedComponent,
  persons: ReadonlyMap<number, readonly number[]>,
  before: ReadonlyMap<number, Left>,
  means: SearchMeans,
  judge: (person: number, unknown: number, left: Left) => void,
): number[] {
  const { unknowns, rows } = component;
  const { proved } = settled;
  const pool = narrowPool(settled.witnesses.pool, proved);
  const open = [...unknowns.keys()].filter((at) => (before.get(unknowns[at]!) ?? 1) !== 1);
  const untried: number[] = [];
  withProgram(highs, component, proved, (program) => {
    for (const [person, own] of persons) {
      if (means.meter.isSpent()) {
        untried.push(person);
        continue;
      }
      const known = { low: proved.low.slice(), high: proved.high.slice() };
      for (const at of own) known.low[at] = known.high[at] = 1;
      const others = open.filter((at) => !own.includes(at));
      const after = settleComponent(program, component, narrowBounds(rows, known), pool, others, means);
      for (const at of others) {
        const seen = wholeNumbers(after.witnesses.seen, at);
        const left = leftOf(wholeNumbers(after.proved, at), seen, means.possibilities);
        judge(person, unknowns[at]!, left);
      }
    }
  });
  return untried;
}
