import type { Ground, Perturbation, Reach } from './ground.ts';
import { reachOf } from './reach.ts';
import { addDifferences, type Showing, showingsOf } from './differences.ts';
import type { Target } from './target.ts';

/** A perturbation in use: it shows, for every cell it changes, that other numbers are possible. */
export interface Certificate extends Perturbation, Reach {
  /** Single persons among its cells: whoever is one of them knows that number, and can rule it out. */
  readonly persons: readonly number[];
}

/** Certificates in use, and the pattern they hide: what is hidden anyway, and every cell of a certificate. */
export interface CertificateSet {
  /** How many certificates change each cell. */
  readonly uses: Int32Array;
  /** Total cost of the cells that are hidden for certificates alone. */
  cost(): number;
  /** Ids of all certificates in use. */
  live(): number[];
  get(id: number): Certificate;
  /** Ids of the certificates that change a cell. */
  through(cell: number): readonly number[];
  /** @returns the id of the new certificate */
  add(perturbation: Perturbation): number;
  remove(id: number): void;
  /** Takes a removed certificate back in. */
  restore(id: number): void;
  /** By how much a target can differ, by the certificates that do without a person (0: by all). */
  differences(target: Target, without: number): Set<number>;
  /**
   * The first person for whom a target has too few possibilities; 0 when it has too few for everybody.
   *
   * @returns undefined when the target is certified
   */
  lacking(target: Target, possibilities: number): number | undefined;
}

/**
 * An empty set.
 *
 * @param person single person of each cell, 0 where there is none or several
 * @param price what changing a cell costs the search, kept in step with what is hidden
 */
export function certificateSet(ground: Ground, person: Int32Array, price: Float64Array): CertificateSet {
  const certificates: Certificate[] = [];
  const live = new Set<number>();
  const uses = new Int32Array(ground.cost.length);
  const throughCell = new Map<number, number[]>();
  let total = 0;
  ground.cost.forEach((cost, cell) => (price[cell] = ground.hidden[cell] ? 0 : cost));

  const enter = (id: number): void => {
    live.add(id);
    for (const cell of certificates[id]!.cells) {
      const list = throughCell.get(cell);
      if (list) list.push(id);
      else throughCell.set(cell, [id]);
      if (uses[cell]!++ > 0 || ground.hidden[cell]) continue;
      total += ground.cost[cell]!;
      price[cell] = 0;
    }
  };

  const idsOf = (target: Target): readonly number[] => {
    if (target.cells.length === 1) return throughCell.get(target.cells[0]!) ?? [];
    return [...new Set(target.cells.flatMap((cell) => throughCell.get(cell) ?? []))];
  };

  const personsOf = ({ cells }: Showing): Set<number> => {
    const persons = new Set<number>();
    for (const cell of cells) if (person[cell]! > 0) persons.add(person[cell]!);
    return persons;
  };

  const differences = (target: Target, without: number): Set<number> => {
    const found = new Set([0]);
    for (const id of idsOf(target)) {
      const certificate = certificates[id]!;
      for (const showing of showingsOf(ground, certificate, target, certificate)) {
        if (without > 0 && certificate.persons.includes(without) && personsOf(showing).has(without)) continue;
        addDifferences(found, showing, showing.change);
      }
    }
    return found;
  };

  return {
    uses,
    cost: () => total,
    live: () => [...live],
    get: (id) => certificates[id]!,
    through: (cell) => throughCell.get(cell) ?? [],
    add(perturbation) {
      const persons = new Set<number>();
      for (const cell of perturbation.cells) if (person[cell]! > 0) persons.add(person[cell]!);
      certificates.push({ ...perturbation, ...reachOf(ground, perturbation), persons: [...persons] });
      enter(certificates.length - 1);
      return certificates.length - 1;
    },
    remove(id) {
      live.delete(id);
      for (const cell of certificates[id]!.cells) {
        const list = throughCell.get(cell)!;
        list[list.indexOf(id)] = list.at(-1)!;
        list.pop();
        if (--uses[cell]! > 0 || ground.hidden[cell]) continue;
        total -= ground.cost[cell]!;
        price[cell] = ground.cost[cell]!;
      }
    },
    restore: enter,
    differences,
    lacking(target, possibilities) {
      const all = new Set([0]);
      const impersonal = new Set([0]);
      const persons = new Set<number>();
      for (const id of idsOf(target)) {
        const certificate = certificates[id]!;
        for (const showing of showingsOf(ground, certificate, target, certificate)) {
          const others = certificate.persons.length === 0 ? new Set<number>() : personsOf(showing);
          if (target.own !== 'anybody') for (const one of target.own) others.delete(one);
          addDifferences(all, showing, showing.change);
          if (others.size === 0 || target.own === 'anybody')
            addDifferences(impersonal, showing, showing.change);
          for (const one of others) persons.add(one);
        }
        if (impersonal.size >= possibilities) return undefined;
      }
      if (all.size < possibilities) return 0;
      for (const one of persons) if (differences(target, one).size < possibilities) return one;
      return undefined;
    },
  };
}
