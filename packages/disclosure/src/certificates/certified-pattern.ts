import type { SuppressPolicy } from '@datakube/contract';
import type { RandomStream } from '../secondary/random-stream.ts';
import type { Equations } from '../system/equations.ts';
import { type CertificateSet, certificateSet } from './certificate-set.ts';
import { certifier } from './certify.ts';
import { type GroundTask, layGround } from './lay-ground.ts';
import { largeTotals } from './large-totals.ts';
import { moveSpace } from './move-space.ts';
import { type Pass, PATIENCE, settleInPasses } from './passes.ts';
import { perturbationSearch, type SearchEffort } from './perturbation-search.ts';
import { type SinglePersons, singlePersons } from './single-persons.ts';
import type { Ground, Perturbation } from './ground.ts';
import { samePersons } from './same-persons.ts';
import { shuffled } from './shuffled.ts';
import type { Target } from './target.ts';
import { dropSpare, type TargetsAt, trim } from './trim.ts';

export interface CertifiedTask extends GroundTask {
  /** Sums that hold for some measure that can be hidden. */
  readonly sums: Equations;
  readonly additive: readonly boolean[];
  /** Per hierarchy: do persons add up over it? */
  readonly personsAdd: readonly boolean[];
  readonly random: RandomStream;
  /** How much work may go into hiding less, in million cells looked at. Default: by the size of the task. */
  readonly effort?: number | undefined;
  /** How much work one way through all targets may be, in million cells looked at. Default `PATIENCE`. */
  readonly patience?: number | undefined;
  readonly onProgress?: (done: number, of: number) => void;
}

/** A pattern and its proof: see `checkCertificates`. */
export interface CertifiedPattern {
  /** 1 for hidden joint cells. */
  readonly hidden: Uint8Array;
  readonly certificates: readonly Perturbation[];
  readonly targets: readonly Target[];
  /** Differences of nested codes that are not among the targets: every number they follow from is. */
  readonly uncertified: number;
  readonly persons: SinglePersons;
  readonly isSamePerson: (cell: number, person: number) => boolean;
  readonly places: Pick<Ground, 'code' | 'node'>;
}

/** Possible whole numbers of every small count, where the policy does not say. */
export const POSSIBILITIES = 3;

const TRIM: SearchEffort = { starts: 3, chain: 16, wide: false };
/** Opening a cell that more certificates run through is not tried. */
const MOST_THROUGH = 30;

/**
 * Hides primary cells and as many more as it takes that every small count, and every small difference of
 * nested codes, keeps enough possible values: for an outsider, and for every single person in the table.
 * Where that cannot be shown for a difference, all numbers it follows from are hidden and certified instead.
 *
 * Large totals are hidden only where no other way is found.
 *
 * @throws ProtectionError when a small count has been published before
 * @throws TooSparseError when that cannot be had, or would take more than the patience
 */
export function certifiedPattern(task: CertifiedTask): CertifiedPattern {
  const { shape, relations, cells, counts, policy, random, additive } = task;
  const ground = layGround(task, random);
  const persons = singlePersons(task.sums, task.inequalities, counts[0]!);
  const space = moveSpace(shape, relations, cells, additive);
  const search = perturbationSearch(space, ground, random);
  const set = certificateSet(ground, persons.of, search.price);
  const possibilities = policy.possibilities ?? POSSIBILITIES;
  const certify = certifier(ground, set, search, persons.cells, possibilities);
  const wanted = targetsOf(task, ground.hidden, persons);
  const targets: Target[] = [];
  const targetsAt = byCell(targets);
  const totals = largeTotals(ground, set, relations, task.personsAdd);
  let uncertified = 0;
  const certifyOne = (target: Target, efforts: Pass['efforts']): boolean => {
    const tried = target.cells.length === 1 ? efforts : efforts.slice(0, 1);
    const isCertified = tried.some((effort) => certify.certify(target, effort) !== undefined);
    if (isCertified) targetsAt.add(target);
    return isCertified;
  };
  const settle = (target: Target, { efforts, keepsTotals }: Pass): boolean => {
    if (certifyOne(target, efforts)) return true;
    if (keepsTotals || target.cells.length === 1) return false;
    const isSettled = membersOf(target, ground, persons).every((member) => certifyOne(member, efforts));
    if (isSettled) uncertified++;
    return isSettled;
  };
  settleInPasses({
    targets: shuffled(wanted, random),
    totals,
    settle,
    work: search.work,
    patience: 1e6 * (task.patience ?? PATIENCE),
    onProgress: task.onProgress,
  });
  dropSpare(set.live(), set, certify, targetsAt.at, ground);
  const work = 1e6 * (task.effort ?? effortFor(targets.length));
  totals.kept(() =>
    trim(ground, set, certify, search, targetsAt.at, random, { effort: TRIM, work, most: MOST_THROUGH }),
  );
  return {
    hidden: hiddenBy(ground.hidden, set),
    certificates: set.live().map((id) => {
      const { cells: changed, change } = set.get(id);
      return { cells: changed, change };
    }),
    targets,
    uncertified,
    persons,
    isSamePerson: samePersons(space, layGround(task, random), persons.cells, random),
    places: ground,
  };
}

/** A table of a few thousand cells is trimmed for a few seconds; a tiny one needs less, a large one gets no more. */
function effortFor(targets: number): number {
  return targets < 2000 ? Math.min(90, targets ** 2 / 3000) : 20;
}

function hiddenBy(anyway: Uint8Array, { uses }: CertificateSet): Uint8Array {
  return anyway.map((status, cell) => (uses[cell]! > 0 ? 1 : status));
}

/** What must keep its possibilities: every cell hidden anyway, and every small difference of nested codes. */
function targetsOf(
  { inequalities: rows, policy }: CertifiedTask,
  hidden: Uint8Array,
  persons: SinglePersons,
): Target[] {
  const targets: Target[] = [];
  hidden.forEach((status, cell) => {
    if (status) targets.push({ cells: [cell], factors: [1], along: -1, own: persons.own(cell) });
  });
  for (let row = 0; row < rows.rows; row++) {
    if (!isSmall(rows.slack[row]!, policy)) continue;
    const from = rows.start[row]!;
    const to = rows.start[row + 1]!;
    targets.push({
      cells: [...rows.cell.subarray(from, to)],
      factors: [...rows.factor.subarray(from, to)],
      along: rows.along[row]!,
      own: rows.slack[row]! <= 1 ? 'anybody' : [],
    });
  }
  return targets;
}

function isSmall(persons: number, { threshold, zeros }: SuppressPolicy): boolean {
  return persons < threshold && (persons > 0 || zeros === 'protected');
}

/** The numbers a difference follows from, each as a target of its own. */
function membersOf({ cells }: Target, ground: Ground, persons: SinglePersons): Target[] {
  return cells
    .filter((cell) => !ground.fixed[cell])
    .map((cell) => ({ cells: [cell], factors: [1], along: -1, own: persons.own(cell) }));
}

/** Keeps a list of targets by cell. */
function byCell(targets: Target[]): { add(target: Target): void; at: TargetsAt } {
  const known = new Map<number, Target[]>();
  return {
    add(target) {
      targets.push(target);
      for (const cell of target.cells) known.set(cell, [...(known.get(cell) ?? []), target]);
    },
    at: (cell) => known.get(cell) ?? [],
  };
}
