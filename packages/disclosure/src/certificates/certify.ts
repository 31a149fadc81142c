import type { CertificateSet } from './certificate-set.ts';
import type { Ground, Perturbation, Reach } from './ground.ts';
import { type Found, FREE, type PerturbationSearch, type SearchEffort } from './perturbation-search.ts';
import { addDifferences, showingsOf } from './differences.ts';
import type { Target } from './target.ts';

/** Finds certificates for targets. */
export interface Certifier {
  /** Has a target enough possibilities, for everybody and for every single person in its certificates? */
  isCertified(target: Target): boolean;
  /**
   * Adds certificates until a target is certified: sums of two that are there, else the cheapest that are found.
   *
   * @param limit the cost of hidden cells may rise by less than this
   * @returns ids of what was added, or undefined (and nothing added) where not enough was found
   */
  certify(target: Target, effort: SearchEffort, limit?: number): number[] | undefined;
}

/**
 * @param cellsOf cells of each single person
 * @param possibilities whole numbers that must remain possible for every target
 */
export function certifier(
  ground: Ground,
  set: CertificateSet,
  search: PerturbationSearch,
  cellsOf: ReadonlyMap<number, readonly number[]>,
  possibilities: number,
): Certifier {
  const certify: Certifier['certify'] = (target, effort, limit = Infinity) => {
    const added: number[] = [];
    const before = set.cost();
    for (;;) {
      const person = set.lacking(target, possibilities);
      if (person === undefined) return added;
      const sum = freeSum(target, person);
      const found = sum
        ? [sum]
        : withoutPerson(person, () =>
            cheapestPlan(target, set.differences(target, person), effort, limit - (set.cost() - before)),
          );
      if (!found && isOwn(target, person)) continue;
      added.push(...(found ?? []).map((each) => set.add(each)));
      if (found && set.cost() - before <= limit && added.length < MOST_ADDED) continue;
      for (const id of added) set.remove(id);
      return undefined;
    }
  };

  /**
   * Whoever is counted in a cell of one has a place in every other cuboid. If all places lead through the
   * cells of a person, the two are the same, though no sum says so.
   */
  const isOwn = (target: Target, person: number): boolean => {
    if (person === 0 || target.own === 'anybody' || target.own.length === 0) return false;
    if (!withoutPerson(person, () => search.isClosed(target.cells[0]!))) return false;
    target.own = [...target.own, person];
    return true;
  };

  /** Runs a search in which the cells of a person do not change. */
  const withoutPerson = <T>(person: number, run: () => T): T => {
    const known = (cellsOf.get(person) ?? []).filter((cell) => !ground.fixed[cell]);
    for (const cell of known) ground.fixed[cell] = 1;
    const result = run();
    for (const cell of known) ground.fixed[cell] = 0;
    return result;
  };

  /** The cheapest of: one perturbation that completes a target, or a first and one that completes it then. */
  const cheapestPlan = (
    target: Target,
    have: ReadonlySet<number>,
    effort: SearchEffort,
    limit: number,
  ): readonly Found[] | undefined => {
    const whole = cheapestCompletion(target, have, effort, limit);
    let best = whole && [whole];
    let least = whole?.cost ?? limit;
    if (least < FREE) return best;
    for (const reach of FIRST_STEPS) {
      const first = cheapest(target, have, { amount: 1, ...reach }, effort, least);
      if (!first) continue;
      const now = withDifferences(have, target, first);
      if (now.size === have.size) continue;
      if (now.size >= possibilities) {
        best = [first];
        least = first.cost;
        continue;
      }
      const prices = Float64Array.from(first.cells, (cell) => search.price[cell]!);
      for (const cell of first.cells) search.price[cell] = 0;
      const second = cheapestCompletion(target, now, effort, least - first.cost);
      first.cells.forEach((cell, at) => (search.price[cell] = prices[at]!));
      if (!second || first.cost + second.cost >= least) continue;
      best = [first, second];
      least = first.cost + second.cost;
    }
    return best;
  };

  const cheapestCompletion = (
    target: Target,
    have: ReadonlySet<number>,
    effort: SearchEffort,
    limit: number,
  ): Found | undefined => {
    let best: Found | undefined;
    for (const step of completions(have, possibilities)) {
      const found = cheapest(target, have, step, effort, best?.cost ?? limit);
      if (found && withDifferences(have, target, found).size >= possibilities) best = found;
      if (best && best.cost < FREE) break;
    }
    return best;
  };

  const cheapest = (
    target: Target,
    have: ReadonlySet<number>,
    { amount, up, down }: Step,
    effort: SearchEffort,
    limit: number,
  ): Found | undefined => {
    let best: Found | undefined;
    const showsMore = (found: Perturbation): boolean => withDifferences(have, target, found).size > have.size;
    for (const { cell, factor } of wayIn(target)) {
      // A factor of −1 turns the direction round.
      const reach = factor > 0 ? { up, down } : { up: down, down: up };
      if (amount * reach.down > ground.room[cell]! || amount * reach.up > ground.roof[cell]!) continue;
      const found = search.find(
        cell,
        amount,
        reach,
        effort,
        best?.cost ?? limit,
        target.cells.length > 1 ? showsMore : undefined,
      );
      if (found) best = found;
      if (best && best.cost < FREE) break;
    }
    return best;
  };

  /** The cells through which a target is changed: of many the cheapest few. */
  const wayIn = ({ cells, factors }: Target): readonly { cell: number; factor: number }[] =>
    cells
      .map((cell, at) => ({ cell, factor: factors[at]! }))
      .filter(({ cell }) => !ground.fixed[cell])
      .sort((a, b) => search.price[a.cell]! - search.price[b.cell]!)
      .slice(0, WAYS_IN);

  const withDifferences = (have: ReadonlySet<number>, target: Target, found: Perturbation): Set<number> => {
    const now = new Set(have);
    for (const showing of showingsOf(ground, found, target)) addDifferences(now, showing, showing.change);
    return now;
  };

  /** Two certificates together, where that shows another difference: nothing more is hidden for it. */
  const freeSum = (target: Target, without: number): Perturbation | undefined => {
    const ids = [...new Set(target.cells.flatMap((cell) => set.through(cell)))].filter(
      (id) => without === 0 || !set.get(id).persons.includes(without),
    );
    if (ids.length > MOST_SUMMED) return undefined;
    const have = set.differences(target, without);
    for (let one = 1; one < ids.length; one++) {
      for (let other = 0; other < one; other++) {
        for (const sign of [1, -1]) {
          const sum = sumOf(set.get(ids[one]!), set.get(ids[other]!), sign);
          if (withDifferences(have, target, sum).size > have.size) return sum;
        }
      }
    }
    return undefined;
  };

  return { isCertified: (target) => set.lacking(target, possibilities) === undefined, certify };
}

const WAYS_IN = 3;
/** A target whose certificates call for ever more of them is given up. */
const MOST_ADDED = 24;
/** Where more certificates run through a target, their sums are not tried. */
const MOST_SUMMED = 24;

/** A change of a target by an amount, that can be made so often. */
interface Step extends Reach {
  readonly amount: number;
}

const FIRST_STEPS: readonly Reach[] = [
  { up: 1, down: 0 },
  { up: 0, down: 1 },
];

/** Steps that bring the differences to the number wanted, with nothing to spare. */
function completions(have: ReadonlySet<number>, possibilities: number): Step[] {
  const found: Step[] = [];
  const isEnough = (amount: number, up: number, down: number): boolean => {
    const all = new Set(have);
    addDifferences(all, { up, down }, amount);
    return all.size >= possibilities;
  };
  for (let amount = 1; amount < possibilities; amount++) {
    for (let up = 0; up < possibilities; up++) {
      for (let down = 0; up + down < possibilities; down++) {
        if (up + down === 0 || !isEnough(amount, up, down)) continue;
        if (up > 0 && isEnough(amount, up - 1, down)) continue;
        if (down > 0 && isEnough(amount, up, down - 1)) continue;
        // A larger amount several times over asks for more than it gives.
        if (amount === 1 || up + down === 1) found.push({ amount, up, down });
      }
    }
  }
  return found;
}

function sumOf(one: Perturbation, other: Perturbation, sign: number): Perturbation {
  const by = new Map<number, number>();
  one.cells.forEach((cell, at) => by.set(cell, one.change[at]!));
  other.cells.forEach((cell, at) => by.set(cell, (by.get(cell) ?? 0) + sign * other.change[at]!));
  const changed = [...by].filter(([, change]) => change !== 0);
  return {
    cells: Int32Array.from(changed, ([cell]) => cell),
    change: Int32Array.from(changed, ([, change]) => change),
  };
}
