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
import { wholeNumbers } from './witnesses.ts';
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
  for (const examined of answer.components) {
    const attack = personsWithin(examined, persons);
    if (attack.size === 0) continue;
    for (const [person, found] of attackComponent(highs, examined, attack, answer.left, means)) {
      for (const [unknown, left] of found) {
        if (left === 'undecided') {
          stopped.add(person);
          continue;
        }
        const before = answer.left.get(unknown)!;
        if (left === before || before === 'undecided') continue;
        succeeded.add(person);
        if (left === 1) exact.add(unknown);
        if (before === possibilities) narrow.add(unknown);
      }
    }
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

/** Asks for every person what is left of the cells that were not exact before. */
function attackComponent(
  highs: Highs,
  { component, settled }: ExaminedComponent,
  persons: ReadonlyMap<number, readonly number[]>,
  before: ReadonlyMap<number, Left>,
  means: SearchMeans,
): Map<number, [unknown: number, Left][]> {
  const { unknowns, rows } = component;
  const { proved, witnesses } = settled;
  const open = [...unknowns.keys()].filter((at) => (before.get(unknowns[at]!) ?? 1) !== 1);
  return withProgram(highs, component, proved, (program) => {
    const found = new Map<number, [number, Left][]>();
    for (const [person, own] of persons) {
      const known = { low: proved.low.slice(), high: proved.high.slice() };
      for (const at of own) known.low[at] = known.high[at] = 1;
      const others = open.filter((at) => !own.includes(at));
      const start = narrowBounds(rows, known);
      const { proved: bounds, witnesses: points } = settleComponent(
        program,
        component,
        start,
        witnesses.points,
        others,
        means,
      );
      const left = others.map((at): [number, Left] => [
        unknowns[at]!,
        leftOf(wholeNumbers(bounds, at), wholeNumbers(points.seen, at), means.possibilities),
      ]);
      found.set(person, left);
    }
    return found;
  });
}
