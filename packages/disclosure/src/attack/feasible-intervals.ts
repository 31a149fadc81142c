import type { Highs } from 'highs';
import { FIELDS } from './attack-pattern.ts';
import { type Component, componentsOf } from './components.ts';
import { guesses } from './guesses.ts';
import { type LinearProgram, linearProgram } from './linear-program.ts';
import { type Bounds, narrowBounds } from './narrow-bounds.ts';
import type { PublishedRow } from './published-system.ts';
import { settleComponent, type Settled } from './settle-component.ts';
import { independentRows } from './solve.ts';
import type { WorkMeter } from './work-limit.ts';
import { wholeNumbers } from './witnesses.ts';

/** A question about hidden numbers. */
export interface IntervalQuestion {
  readonly rows: readonly PublishedRow[];
  /** What is known of the unknowns beforehand; all are whole. */
  readonly start: Bounds;
  /** Unknowns to examine. */
  readonly examine: readonly number[];
  /** Whole numbers each must be left with. */
  readonly possibilities: number;
}

/** What can be said of the unknowns that were examined. */
export interface FeasibleIntervals {
  /** No unknown can be outside these. Where too few numbers are left, they are as narrow as the attack makes them. */
  readonly proved: Bounds;
  /** Per examined unknown the whole numbers left to it. */
  readonly left: ReadonlyMap<number, Left>;
  /** Components with the points found in them, for attacks with further knowledge. */
  readonly components: readonly ExaminedComponent[];
}

/** Whole numbers left, where `possibilities` stands for so many or more; `undecided` where the work limit came first. */
export type Left = number | 'undecided';

/** A component with what has come out about it. */
export interface ExaminedComponent {
  readonly component: Component;
  readonly settled: Settled;
}

/**
 * Finds how many whole numbers the published ones leave to each hidden one: propagation of bounds, then
 * linear programs per component, whose ends are rounded to whole numbers and put back in. A number between
 * two that are possible with fractions counts as possible, so this is an attack by linear programming, not
 * the strongest there is.
 *
 * @throws RangeError when no numbers satisfy the equations and bounds
 *
 * @example
 * ```ts
 * // a + b = 3, both at least 1: two numbers are left to each.
 * const rows = [{ unknowns: [0, 1], signs: [1, 1], total: 3 }] as const;
 * const question = { rows, start: boundedFrom(2, 1), examine: [0, 1], possibilities: 3 };
 * feasibleIntervals(await loadSolver(), question, startMeter({})).left.get(0); // 2
 * ```
 */
export function feasibleIntervals(
  highs: Highs,
  { rows, start, examine, possibilities }: IntervalQuestion,
  meter: WorkMeter,
): FeasibleIntervals {
  const proved = narrowBounds(rows, start);
  const wanted = new Set(examine);
  const means = { possibilities, meter, draw: guesses() };
  const seen = new Map<number, number>();
  const components = componentsOf(rows, proved).flatMap((component) => {
    const { unknowns } = component;
    const local = [...unknowns.keys()].filter((at) => wanted.has(unknowns[at]!));
    if (local.length === 0) return [];
    const bounds = cut(proved, unknowns);
    const settled = withProgram(highs, component, bounds, (program) =>
      settleComponent(program, component, bounds, { points: [], within: bounds }, local, means),
    );
    for (const at of local) {
      proved.low[unknowns[at]!] = settled.proved.low[at]!;
      proved.high[unknowns[at]!] = settled.proved.high[at]!;
      seen.set(unknowns[at]!, wholeNumbers(settled.witnesses.seen, at));
    }
    return [{ component, settled }];
  });
  const left = examine.map((unknown) => {
    const numbers = leftOf(wholeNumbers(proved, unknown), seen.get(unknown) ?? 0, possibilities);
    return [unknown, numbers] as const;
  });
  return { proved, left: new Map(left), components };
}

/** Judges an unknown by how many numbers are proved to be all, and how many have been seen. */
export function leftOf(proved: number, seen: number, possibilities: number): Left {
  if (proved < possibilities) return proved;
  return seen >= possibilities ? possibilities : 'undecided';
}

/** Sets up the program of a component for as long as it is used. */
export function withProgram<Result>(
  highs: Highs,
  { unknowns, rows }: Component,
  bounds: Bounds,
  use: (program: LinearProgram) => Result,
): Result {
  const program = linearProgram(highs, independentRows(rows, unknowns.length, FIELDS[0]), bounds);
  try {
    return use(program);
  } finally {
    program.dispose();
  }
}

function cut({ low, high }: Bounds, unknowns: Int32Array): Bounds {
  return {
    low: Float64Array.from(unknowns, (unknown) => low[unknown]!),
    high: Float64Array.from(unknowns, (unknown) => high[unknown]!),
  };
}
