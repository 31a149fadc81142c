import { ProtectionError } from '../secondary/repair.ts';
import type { LargeTotals } from './large-totals.ts';
import type { SearchEffort } from './perturbation-search.ts';

/** One way through the targets that are not certified yet. */
export interface Pass {
  /** Is no large total hidden? */
  readonly keepsTotals: boolean;
  /** One after the other, until one finds something; a difference gets the first alone. */
  readonly efforts: readonly [SearchEffort, ...SearchEffort[]];
  /** What takes long is for a few alone: the share of all targets that may be left, or `FEW`. */
  readonly share: number;
}

export interface PassesTask<T> {
  /** In the order they are tried. */
  readonly targets: readonly T[];
  readonly totals: LargeTotals;
  /** Certifies a target, if it can. */
  readonly settle: (target: T, pass: Pass) => boolean;
  /** Cells looked at so far. */
  readonly work: () => number;
  /** The most cells that one pass may look at. */
  readonly patience: number;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/** Thrown when a release cannot be certified: its cuboids should be coarser. */
export class TooSparseError extends ProtectionError {
  override readonly name = 'TooSparseError';

  constructor(what: string) {
    super(`${what}: the cuboids are too fine for this population`);
  }
}

/** The most work one way through all targets may be, in million cells looked at, where nothing else is said: some ten minutes. */
export const PATIENCE = 5000;

const FIRST: SearchEffort = { starts: 6, chain: 16, wide: false };
const AGAIN: SearchEffort = { starts: 40, chain: 30, wide: true };
const WIDE: SearchEffort = { starts: 120, chain: 40, wide: true };
const LAST: SearchEffort = { starts: 600, chain: 60, wide: true };
/** What is not found waits for the next pass: once the rest is hidden there are more ways. */
const PASSES: readonly Pass[] = [
  { keepsTotals: true, efforts: [FIRST], share: 1 },
  { keepsTotals: true, efforts: [WIDE], share: 0.02 },
  { keepsTotals: true, efforts: [LAST], share: 0.002 },
  { keepsTotals: false, efforts: [FIRST, AGAIN], share: 1 },
  { keepsTotals: false, efforts: [WIDE], share: 0.002 },
];
/** With the totals kept no more is worth trying. */
const MOST_FOR_TOTALS = 2e9;
/** So many targets tell how much work all of them will be. */
const SAMPLE = 40;
const REPORT_EVERY = 64;
/** So many may be left of any number of targets. */
const FEW = 6;

/**
 * Goes through the targets, and with more effort through those that are left, first with every large total kept.
 *
 * @throws TooSparseError when a target is left, or a pass that must be gone through would take more than `patience`
 */
export function settleInPasses<T>(task: PassesTask<T>): void {
  const { targets, totals, patience } = task;
  let waiting = targets;
  for (const [position, pass] of PASSES.entries()) {
    const { keepsTotals, share } = pass;
    if (keepsTotals && totals.count === 0) continue;
    if (waiting.length > mostLeft(share, targets)) continue;
    if (keepsTotals) {
      const most = Math.min(patience, MOST_FOR_TOTALS);
      waiting = totals.kept(() => goThrough(task, waiting, pass, most, Infinity)) ?? waiting;
      continue;
    }
    // What even the last pass would not take on cannot be certified: there is no need to look at the rest.
    const next = PASSES[position + 1];
    const mayLeave = next ? mostLeft(next.share, targets) : 0;
    const left = goThrough(task, waiting, pass, patience, mayLeave);
    if (!left) throw new TooSparseError('Too many small counts to certify');
    waiting = left;
  }
  if (waiting.length > 0) throw new TooSparseError('A cell cannot be protected');
}

function mostLeft(share: number, targets: readonly unknown[]): number {
  return Math.max(FEW, share * targets.length);
}

/** Targets that are not settled even so; undefined as soon as it is seen to take more than `most`. */
function goThrough<T>(
  { targets, settle, work, onProgress }: PassesTask<T>,
  waiting: readonly T[],
  pass: Pass,
  most: number,
  mayLeave: number,
): readonly T[] | undefined {
  const before = work();
  const settled = targets.length - waiting.length;
  const left: T[] = [];
  for (const [done, target] of waiting.entries()) {
    if (done % REPORT_EVERY === 0) onProgress?.(settled + done, targets.length);
    // The work is unevenly spread: what a sample promised need not hold.
    if ((work() - before) * waiting.length > most * Math.max(SAMPLE, done)) return undefined;
    if (settle(target, pass)) continue;
    left.push(target);
    if (left.length > mayLeave) throw new TooSparseError('A cell cannot be protected');
  }
  return left;
}
