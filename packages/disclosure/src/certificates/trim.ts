import type { RandomStream } from '../secondary/random-stream.ts';
import type { CertificateSet } from './certificate-set.ts';
import type { Certifier } from './certify.ts';
import type { Ground } from './ground.ts';
import type { PerturbationSearch, SearchEffort } from './perturbation-search.ts';
import { shuffled } from './shuffled.ts';
import type { Target } from './target.ts';

export type TargetsAt = (cell: number) => readonly Target[];

/**
 * Removes certificates that nothing needs, those first that alone hide the most.
 *
 * @returns ids of what was removed
 */
export function dropSpare(
  candidates: readonly number[],
  set: CertificateSet,
  certifier: Certifier,
  targetsAt: TargetsAt,
  ground: Ground,
): number[] {
  const own = (id: number): number => {
    let cost = 0;
    for (const cell of set.get(id).cells)
      if (set.uses[cell] === 1 && !ground.hidden[cell]) cost += ground.cost[cell]!;
    return cost;
  };
  const order = candidates.map((id) => ({ id, cost: own(id) })).sort((a, b) => b.cost - a.cost);
  return order.flatMap(({ id }) => {
    set.remove(id);
    const isNeeded = targetsOf(set, id, targetsAt).some((target) => !certifier.isCertified(target));
    if (isNeeded) set.restore(id);
    return isNeeded ? [] : [id];
  });
}

function targetsOf(set: CertificateSet, id: number, targetsAt: TargetsAt): Target[] {
  const targets = new Set<Target>();
  for (const cell of set.get(id).cells) for (const target of targetsAt(cell)) targets.add(target);
  return [...targets];
}

export interface TrimOptions {
  readonly effort: SearchEffort;
  /** Cells the search may look at before trimming ends. */
  readonly work: number;
  /** A cell that more certificates run through is left hidden. */
  readonly most: number;
}

/**
 * Tries to publish hidden cells again, in random order: takes out every certificate through one, certifies
 * without it what that unsettles, and keeps the outcome when it hides less. Valid after every try.
 */
export function trim(
  ground: Ground,
  set: CertificateSet,
  certifier: Certifier,
  search: PerturbationSearch,
  targetsAt: TargetsAt,
  random: RandomStream,
  { effort, work, most }: TrimOptions,
): void {
  const end = search.work() + work;
  for (let gained = true; gained && search.work() < end;) {
    gained = false;
    const secondary: number[] = [];
    set.uses.forEach((uses, cell) => {
      if (uses > 0 && !ground.hidden[cell]) secondary.push(cell);
    });
    for (const cell of shuffled(secondary, random)) {
      if (search.work() >= end) return;
      const uses = set.uses[cell]!;
      if (uses > 0 && uses <= most && isOpened(cell)) gained = true;
    }
  }

  function isOpened(cell: number): boolean {
    const before = set.cost();
    const out = [...set.through(cell)];
    const unsettled = new Set(out.flatMap((id) => targetsOf(set, id, targetsAt)));
    for (const id of out) set.remove(id);
    ground.fixed[cell] = 1;
    const added = certifyAll([...unsettled], before);
    ground.fixed[cell] = 0;
    if (added) {
      const beside = new Set(added.flatMap((id) => [...set.get(id).cells].flatMap(set.through)));
      const dropped = dropSpare([...beside], set, certifier, targetsAt, ground);
      if (set.cost() < before - 1e-9) return true;
      for (const id of dropped) set.restore(id);
      for (const id of added) set.remove(id);
    }
    for (const id of out) set.restore(id);
    return false;
  }

  /** Certifies targets for less than a cost, or leaves everything as it was. */
  function certifyAll(targets: readonly Target[], most: number): number[] | undefined {
    const added: number[] = [];
    for (const target of shuffled(targets, random)) {
      const more = certifier.certify(target, effort, most - set.cost());
      added.push(...(more ?? []));
      if (more && (more.length === 0 || set.cost() < most)) continue;
      for (const id of added) set.remove(id);
      return undefined;
    }
    return added;
  }
}
