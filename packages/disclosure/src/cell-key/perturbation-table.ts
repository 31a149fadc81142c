import type { Noise } from '@datakube/contract';

/** The noise of one true count: what may be added to it, ascending, and with which probability. */
export interface Transitions {
  readonly deviations: readonly number[];
  readonly probabilities: readonly number[];
}

/**
 * Noise by true count, from 0 upwards; counts beyond the last have the last. The largest small count is the
 * largest that is never shown.
 */
export interface PerturbationTable {
  readonly rows: readonly Transitions[];
}

export interface PerturbationOptions extends Noise {
  /** Results of 1 to `hidden` do not occur: the threshold less 1. */
  readonly hidden: number;
}

/**
 * The table of noise (p-table) of the cell key method. For every true count i, the distribution of greatest
 * entropy among those
 *
 * - of whole deviations from −`most` to `most`,
 * - without a result below 0 or from 1 to `hidden`,
 * - with mean 0, and
 * - with variance `variance` (to within a millionth).
 *
 * 0 stays 0. A small count has few results open to it: one of 2 that may only become 0 or at least 5 has a
 * variance of 6 at the least. Where the variance asked for cannot be had, the nearest that can is taken.
 *
 * The method is that of the Australian Bureau of Statistics: Fraser & Wooton, "A proposed method for
 * confidentialising tabular output to protect against differencing", UNECE/Eurostat work session, Geneva 2005.
 * The parameters and the choice by entropy are those of Giessing, "Computational issues in the design of
 * transition probabilities and disclosure risk estimation for additive noise", PSD 2016, LNCS 9867, pp. 237–251,
 * and of the R package ptable (D = `most`, V = `variance`, js = `hidden`), here without its optional condition
 * that probabilities fall away from 0.
 *
 * @throws RangeError when `most` does not exceed `hidden`: then counts just above would have no noise at all
 *
 * @example
 * ```ts
 * const { rows } = perturbationTable({ most: 8, variance: 6, hidden: 4 });
 * rows[5].deviations; // [-5, 0, 1, 2, 3, 4, 5, 6, 7, 8]
 * ```
 */
export function perturbationTable(options: PerturbationOptions): PerturbationTable {
  const { most, hidden } = options;
  if (most <= hidden) throw new RangeError('The largest deviation must exceed the largest count not shown');
  // From here on nothing that is not shown is within reach, and the distribution stays the same.
  const last = hidden === 0 ? most : most + hidden + 1;
  const none: Transitions = { deviations: [0], probabilities: [1] };
  return { rows: [none, ...Array.from({ length: last }, (_, i) => transitions(i + 1, options))] };
}

function transitions(count: number, { most, variance, hidden }: PerturbationOptions): Transitions {
  const deviations: number[] = [];
  for (let by = -Math.min(count, most); by <= most; by++) {
    if (count + by === 0 || count + by > hidden) deviations.push(by);
  }
  const below = Math.max(...deviations.filter((by) => by <= 0));
  const above = Math.min(...deviations.filter((by) => by >= 0));
  const widest = -deviations[0]! * deviations.at(-1)!;
  // With mean 0, two neighbours around 0 vary least, and the two ends most.
  if (variance <= -below * above + NEAR) return betweenTwo(deviations, below, above);
  if (variance >= widest - NEAR) return betweenTwo(deviations, deviations[0]!, deviations.at(-1)!);
  return { deviations, probabilities: mostEntropy(deviations, variance) };
}

/** Mean 0 on two results alone. */
function betweenTwo(deviations: readonly number[], below: number, above: number): Transitions {
  const ofBelow = above === below ? 1 : above / (above - below);
  const probabilities = deviations.map((by) => (by === below ? ofBelow : by === above ? 1 - ofBelow : 0));
  return { deviations, probabilities };
}

/** So close to the least or greatest variance that no double solves it: the two results alone are taken. */
const NEAR = 1e-6;
const STEPS = 200;
/** Near the lowest point heights differ by less than doubles tell apart; the last steps are taken all the same. */
const ROUNDING = 1e-13;

/**
 * Greatest entropy under mean 0 and a variance: p ∝ exp(a x + b x²), where a and b minimise the convex
 * log Σ exp(a x + b (x² − variance)). Newton's method with steps halved until they descend.
 */
function mostEntropy(deviations: readonly number[], variance: number): number[] {
  const scale = Math.max(...deviations.map(Math.abs));
  const x = deviations.map((by) => by / scale);
  const y = x.map((by) => by * by - variance / scale ** 2);
  const at = (a: number, b: number): { height: number; p: number[] } => {
    const exponents = x.map((each, i) => a * each + b * y[i]!);
    const top = Math.max(...exponents);
    const weights = exponents.map((each) => Math.exp(each - top));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { height: top + Math.log(sum), p: weights.map((weight) => weight / sum) };
  };
  let [a, b] = [0, 0];
  let here = at(a, b);
  for (let step = 0; step < STEPS; step++) {
    const mean = (values: (i: number) => number): number =>
      here.p.reduce((sum, p, i) => sum + p * values(i), 0);
    const [ga, gb] = [mean((i) => x[i]!), mean((i) => y[i]!)];
    if (Math.abs(ga) < 1e-16 && Math.abs(gb) < 1e-16) break;
    const haa = mean((i) => x[i]! ** 2) - ga * ga;
    const hab = mean((i) => x[i]! * y[i]!) - ga * gb;
    const hbb = mean((i) => y[i]! ** 2) - gb * gb;
    const determinant = haa * hbb - hab * hab;
    if (!(determinant > 0)) break;
    const da = (hbb * ga - hab * gb) / determinant;
    const db = (haa * gb - hab * ga) / determinant;
    let share = 1;
    let next = at(a - da, b - db);
    while (next.height > here.height + ROUNDING && share > 1e-9) {
      share /= 2;
      next = at(a - share * da, b - share * db);
    }
    if (share <= 1e-9) break;
    [a, b, here] = [a - share * da, b - share * db, next];
  }
  return here.p;
}
