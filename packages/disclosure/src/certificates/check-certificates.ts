import type { SuppressPolicy } from '@datakube/contract';
import { type Equations, rowsOfCells } from '../system/equations.ts';
import type { Inequalities } from '../system/inequalities.ts';
import { addDifferences, changeOf, slicesOf } from './differences.ts';
import { type Ground, MOST_CHANGE, type Perturbation, type Reach, tightRows } from './ground.ts';
import type { SinglePersons } from './single-persons.ts';
import type { Target } from './target.ts';

/** Everything a proof is checked against. */
export interface Claim {
  readonly policy: SuppressPolicy;
  readonly possibilities: number;
  /** Persons per joint cell, one array per measure of persons. */
  readonly counts: readonly Float64Array[];
  readonly primary: Uint8Array;
  /** Sums of every measure that can be hidden. */
  readonly sums: Equations;
  /** Per hierarchy: do persons add up over it? */
  readonly personsAdd: readonly boolean[];
  /** All inequalities, however much slack they have. */
  readonly inequalities: Inequalities;
  readonly persons: SinglePersons;
  /** Is the one person of a cell sure to be this person, though no sum says so? Judged anew, after the search. */
  readonly isSamePerson: (cell: number, person: number) => boolean;
  readonly places: Pick<Ground, 'code' | 'node'>;
  /** The pattern: 1 for hidden. */
  readonly hidden: Uint8Array;
  readonly certificates: readonly Perturbation[];
  readonly targets: readonly Target[];
}

/** What is wrong with a claim. Both must be 0. */
export interface CheckedClaim {
  /** Certificates that change a published cell or a sum. */
  readonly wrong: number;
  /** Targets without enough possible values, for somebody. */
  readonly short: number;
}

/**
 * Checks the proof that a pattern is safe, without any search or solver: sums of small whole numbers. Each
 * certificate must leave every published cell and every sum as it is; what its steps show must keep every
 * count possible and every inequality true; and every target must come to enough different values by
 * certificates alone, also without those that any one single person could rule out.
 */
export function checkCertificates(claim: Claim): CheckedClaim {
  const { certificates, targets, possibilities, persons } = claim;
  const balance = sumCheck(claim);
  const reach = exactReach(claim);
  const isSound = certificates.map(
    (each) => each.cells.every((cell) => claim.hidden[cell] === 1) && balance(each, () => true),
  );
  const through = new Map<number, number[]>();
  certificates.forEach(({ cells }, id) => {
    for (const cell of isSound[id] ? cells : []) {
      const known = through.get(cell);
      if (known) known.push(id);
      else through.set(cell, [id]);
    }
  });
  const reaches = new Map<number, Reach>();
  const reachOfWhole = (id: number): Reach => {
    let known = reaches.get(id);
    if (!known) reaches.set(id, (known = reach(certificates[id]!)));
    return known;
  };

  const isShort = (target: Target): boolean => {
    if (!isKnownTo(claim, target)) return true;
    const shown: { readonly differences: Set<number>; readonly by: Set<number> }[] = [];
    for (const id of new Set(target.cells.flatMap((cell) => through.get(cell) ?? []))) {
      const whole = certificates[id]!;
      const parts = slicesOf(claim.places, whole, target).filter((slice) =>
        balance(slice, (hierarchy) => claim.personsAdd[hierarchy]!),
      );
      for (const part of [whole, ...parts]) {
        const change = changeOf(part, target);
        if (change === 0) continue;
        const differences = new Set([0]);
        addDifferences(differences, part === whole ? reachOfWhole(id) : reach(part), change);
        shown.push({ differences, by: personsIn(part, persons, target) });
      }
    }
    const left = (without: number): number =>
      new Set([0, ...shown.flatMap(({ differences, by }) => (by.has(without) ? [] : [...differences]))]).size;
    const everybody = new Set([0, ...shown.flatMap(({ by }) => [...by])]);
    return [...everybody].some((person) => left(person) < possibilities);
  };

  return {
    wrong: isSound.filter((sound) => !sound).length,
    short: targets.filter(isShort).length,
  };
}

/** Does everybody who is said to know a target know it? Whoever did not would be left out of the proof. */
function isKnownTo({ counts, persons, isSamePerson }: Claim, { cells, factors, own }: Target): boolean {
  const [cell] = cells;
  if (own === 'anybody')
    return counts.some((count) => cells.reduce((sum, each, at) => sum + factors[at]! * count[each]!, 0) <= 1);
  if (cells.length > 1) return own.length === 0;
  const certain = persons.own(cell!);
  return own.every((person) => certain.includes(person) || isSamePerson(cell!, person));
}

function personsIn({ cells }: Perturbation, persons: SinglePersons, target: Target): Set<number> {
  const found = new Set<number>();
  if (target.own === 'anybody') return found;
  for (const cell of cells) if (persons.of[cell]! > 0) found.add(persons.of[cell]!);
  for (const one of target.own) found.delete(one);
  return found;
}

/** Does a perturbation leave every sum along the given hierarchies as it is? */
function sumCheck({
  sums,
  hidden,
}: Claim): (perturbation: Perturbation, concerns: (hierarchy: number) => boolean) => boolean {
  const rowsOf = rowsOfCells(sums, hidden.length);
  return ({ cells, change }, concerns) => {
    const left = new Map<number, number>();
    cells.forEach((cell, at) => {
      for (let i = rowsOf.start[cell]!; i < rowsOf.start[cell + 1]!; i++) {
        const row = rowsOf.row[i]!;
        if (!concerns(sums.along[row]!)) continue;
        const sign = sums.cell[sums.start[row]!] === cell ? 1 : -1;
        left.set(row, (left.get(row) ?? 0) + sign * change[at]!);
      }
    });
    return [...left.values()].every((sum) => sum === 0);
  };
}

/** Counts steps one by one, while every number stays possible. */
function exactReach(claim: Claim): (perturbation: Perturbation) => Reach {
  const { counts, inequalities } = claim;
  const rows = tightRows(inequalities, claim.hidden.length);
  const isPossible = ({ cells, change }: Perturbation, step: number): boolean => {
    const left = new Map<number, number>();
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at]!;
      const by = step * change[at]!;
      for (const count of counts)
        if (!isPossibleCount(claim, cell, count[cell]!, count[cell]! + by)) return false;
      for (let i = rows.rowStart[cell]!; i < rows.rowStart[cell + 1]!; i++) {
        const row = rows.rowOf[i]!;
        left.set(row, (left.get(row) ?? rows.slack[row]!) + by * rows.factorOf[i]!);
      }
    }
    return [...left.values()].every((slack) => slack >= 0);
  };
  const stepsOf = (perturbation: Perturbation, direction: number): number => {
    let steps = 0;
    while (steps < MOST_CHANGE && isPossible(perturbation, direction * (steps + 1))) steps++;
    return steps;
  };
  return (perturbation) => ({ up: stepsOf(perturbation, 1), down: stepsOf(perturbation, -1) });
}

/** Could a hidden cell have this number, as far as everybody knows? */
function isPossibleCount({ policy, primary }: Claim, cell: number, truth: number, now: number): boolean {
  if (now < Math.min(truth, policy.zeros === 'published' ? 1 : 0)) return false;
  if (!policy.primaryKnown) return true;
  return primary[cell] ? now < policy.threshold : now >= policy.threshold;
}
