import type { RandomStream } from '../secondary/random-stream.ts';
import type { CertificateSet } from './certificate-set.ts';
import type { Certifier } from './certify.ts';
import { CLOSED, type Ground } from './ground.ts';
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

/** How much dearer an outcome may be and still be kept for now, in hidden cells; less and less towards the end. */
const HEAT = 1.5;
/** Certificates taken out at a time, besides those that must go. */
const BESIDE = 4;
/** Share of the tries that open a cell; the others only certify anew what is beside one another. */
const OPENING = 0.7;

/**
 * Tries to hide less, again and again: takes certificates out, those through one cell that is then to be
 * published or some that lie beside one another, certifies anew what that unsettles, and keeps the outcome
 * when it hides less, early on also when it hides a little more. Ends with the best that was met; every
 * state between two tries is valid.
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
  let best = { cost: set.cost(), live: set.live() };
  while (search.work() < end) {
    const secondary: number[] = [];
    set.uses.forEach((uses, cell) => {
      if (uses > 0 && !ground.hidden[cell]) secondary.push(cell);
    });
    if (secondary.length === 0) break;
    for (const cell of shuffled(secondary, random)) {
      if (search.work() >= end) break;
      const uses = set.uses[cell]!;
      if (uses === 0 || uses > most) continue;
      const heat = (HEAT * random.fraction() * (end - search.work())) / work;
      const isOpening = random.fraction() < OPENING;
      const out = isOpening ? [...set.through(cell)] : beside(cell);
      if (rebuild(out, isOpening ? cell : -1, set.cost() + heat) && set.cost() < best.cost - 1e-9)
        best = { cost: set.cost(), live: set.live() };
    }
  }
  const wanted = new Set(best.live);
  for (const id of set.live()) if (!wanted.has(id)) set.remove(id);
  const there = new Set(set.live());
  for (const id of wanted) if (!there.has(id)) set.restore(id);

  /** Certificates through a cell, and some that share cells with them. */
  function beside(cell: number): number[] {
    const found = new Set(set.through(cell));
    for (let step = 0; step < BESIDE; step++) {
      const ids = [...found];
      const { cells } = set.get(ids[random.below(ids.length)]!);
      const others = set.through(cells[random.below(cells.length)]!);
      if (others.length > 0) found.add(others[random.below(others.length)]!);
    }
    return [...found];
  }

  /** Certifies anew what some certificates prove, for less than a cost; else everything stays as it was. */
  function rebuild(out: readonly number[], opened: number, limit: number): boolean {
    const unsettled = new Set(out.flatMap((id) => targetsOf(set, id, targetsAt)));
    for (const id of out) set.remove(id);
    if (opened >= 0) ground.fixed[opened] = CLOSED;
    const added = certifyAll([...unsettled], limit);
    if (opened >= 0) ground.fixed[opened] = 0;
    if (added) {
      const near = new Set(added.flatMap((id) => [...set.get(id).cells].flatMap(set.through)));
      const dropped = dropSpare([...near], set, certifier, targetsAt, ground);
      if (set.cost() < limit) return true;
      for (const id of dropped) set.restore(id);
      for (const id of added) set.remove(id);
    }
    for (const id of out) set.restore(id);
    return false;
  }

  /** Certifies targets for less than a cost, or leaves everything as it was. */
  function certifyAll(targets: readonly Target[], limit: number): number[] | undefined {
    const added: number[] = [];
    for (const target of shuffled(targets, random)) {
      const more = certifier.certify(target, effort, limit - set.cost());
      added.push(...(more ?? []));
      if (more && set.cost() < limit) continue;
      for (const id of added) set.remove(id);
      return undefined;
    }
    return added;
  }
}
