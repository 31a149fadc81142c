import type { RoundPolicy } from '@datakube/contract';
import { primaryCells } from '../primary/primary-cells.ts';
import type { DisclosureReport, ProtectedRelease } from '../protect.ts';
import { randomStream } from '../secondary/random-stream.ts';
import { additiveEquations, checkSums, type Equations, rowsOfCells } from '../system/equations.ts';
import { checkRelease } from '../table/check-release.ts';
import { type JointCells, jointValues, numberCells } from '../table/joint-cells.ts';
import type { RawMeasure, RawRelease } from '../table/raw-release.ts';
import { relationsOf } from '../table/relations.ts';
import { hideNarrow, type RoundedMeasure } from './hide-narrow.ts';
import { countsOf, numbersOf } from './rounding.ts';
import { roundedTables, roundedValue } from './rounded-tables.ts';

export interface RoundOptions {
  readonly policy: Pick<RoundPolicy, 'threshold' | 'base'>;
  /** Secret, 32 bytes: which of several cells is hidden in addition depends on it. */
  readonly seed: Uint8Array;
  /** Milliseconds from any origin, for the report. Default: none, and the report says 0 seconds. */
  readonly clock?: () => number;
}

/** Fewest whole numbers that remain possible for a small count, and for any other number that is not 0. */
const FOR_SMALL = 3;
const FOR_OTHERS = 2;

/**
 * Rounds everything a cube version is going to publish to one base: counts of 1 to threshold − 1 persons are
 * hidden, with their events and sums; every other number becomes the nearest multiple of the base (half-way, the
 * one farther from 0), and no count but 0 becomes 0. Public measures stay as they are.
 *
 * What it promises:
 * - no count of 1 to threshold − 1 is shown, and 0 means 0;
 * - each published number lies within half a base of the truth (a count rounded up to the first multiple, within
 *   one);
 * - somebody who knows the method and the threshold, and takes the rows of published numbers with the fact that
 *   the true ones add up, cannot narrow a small count down to fewer than three whole numbers, nor its events and
 *   sums to a single one, nor any other count of persons but 0 to a single one. Where rounding alone does not see
 *   to that, further cells are hidden, and look like the small ones.
 *
 * What it does not:
 * - Rounded numbers do not add up.
 * - Somebody who knows which hidden cells are small (all of them, in a row where nothing else is hidden) is held
 *   off the same way as far as hiding published cells holds him off; 1 + 1 + 1 = 3 with all four hidden is not.
 * - That check goes through rows one after the other, again and again. Somebody who takes many rows at once can
 *   prove narrower ranges. Of 12,000 random tables of two by two, all possibilities tried, none was too narrow;
 *   that is no proof for larger ones.
 * - It looks at sums over a hierarchy. Two groups that are nested in another way (a code inside another, an upload
 *   that differs by one person) are separated by rounding alone: a difference between two numbers is known to
 *   within one base, no better, but also no worse.
 * - Rounding is no noise: if the truth stands near the edge between two multiples, a later version of the data
 *   shows that a single person was added.
 *
 * @returns protected tables in the order of the cuboids, and a report without numbers from the data
 * @throws RangeError when the release is malformed, or its numbers do not add up as the measures say
 * @throws ProtectionError when it cannot be made safe: nothing may be published then
 *
 * @example
 * ```ts
 * const { tables } = roundRelease(release, { policy: { threshold: 5, base: 5 }, seed });
 * ```
 */
export function roundRelease(
  release: RawRelease,
  { policy, seed, clock = () => 0 }: RoundOptions,
): ProtectedRelease {
  const began = clock();
  const random = randomStream(seed);
  checkRelease(release);
  const { measures, hierarchies } = release;
  const relations = hierarchies.map(relationsOf);
  const cells = numberCells(release);
  const hideable = measures.flatMap((measure, index) =>
    measure.kind === 'public' ? [] : [{ measure, index }],
  );
  const equations = additiveEquations(release, relations, cells, (hierarchy) =>
    hideable.some(({ measure }) => measure.additiveOver[hierarchy]),
  );
  const values = hideable.map(({ measure, index }) => {
    const joint = jointValues(release, cells, index);
    checkSums(
      equations,
      joint,
      measure.additiveOver,
      (h) => `${measure.id} does not add up over ${hierarchies[h]!.id}`,
    );
    return joint;
  });
  const counts = values.filter((_, at) => hideable[at]!.measure.kind === 'persons');

  const primary = primaryCells(counts, cells.count, { threshold: policy.threshold, zeros: 'published' });
  const hidden = primary.slice();
  const cost = Float64Array.from(hidden, (_, cell) => {
    const most = Math.max(...counts.map((count) => count[cell]!));
    return most === 0 ? Infinity : Math.log2(1 + most) * (1 + 0.2 * random.fraction());
  });
  const looked = hideable.flatMap(({ measure }, at): RoundedMeasure[] =>
    canBeLookedAt(measure, values[at]!)
      ? [false, true].map((knowsSmall) =>
          roundedMeasure(measure, values[at]!, { equations, counts, primary, hidden, policy, knowsSmall }),
        )
      : [],
  );
  const added = hideNarrow(looked, equations, rowsOfCells(equations, cells.count), hidden, cost);

  return {
    tables: roundedTables(release, cells, hidden, policy.base),
    report: reportOf(cells, primary, added, (clock() - began) / 1000),
  };
}

/** Sums of fractions or of negative numbers have ranges that are not counted in whole numbers from 0. */
function canBeLookedAt({ kind }: RawMeasure, values: Float64Array): boolean {
  return (
    kind !== 'sum' ||
    values.every((value) => Number.isNaN(value) || (Number.isSafeInteger(value) && value >= 0))
  );
}

interface Decided {
  readonly equations: Equations;
  readonly counts: readonly Float64Array[];
  readonly primary: Uint8Array;
  readonly hidden: Uint8Array;
  readonly policy: RoundOptions['policy'];
  /** Somebody who can tell small counts from other hidden cells. */
  readonly knowsSmall: boolean;
}

/** What anybody knows of the cells of a measure. */
function roundedMeasure(
  { kind, additiveOver }: RawMeasure,
  values: Float64Array,
  { equations, counts, primary, hidden, policy, knowsSmall }: Decided,
): RoundedMeasure {
  const { threshold, base } = policy;
  const holds = Uint8Array.from(equations.along, (along) => Number(additiveOver[along]));
  const isSmall = (cell: number): boolean => values[cell]! < threshold;
  const isEmpty = (cell: number): boolean => counts.every((count) => count[cell] === 0);
  return {
    holds,
    known(cell) {
      const value = values[cell]!;
      if (isEmpty(cell)) return { low: 0, high: 0 };
      if (hidden[cell]) {
        if (!knowsSmall) return { low: kind === 'sum' ? 0 : 1, high: Infinity };
        if (kind === 'persons' && isSmall(cell)) return { low: 1, high: threshold - 1 };
        return { low: kind === 'sum' ? 0 : primary[cell] ? 1 : threshold, high: Infinity };
      }
      if (Number.isNaN(value)) return { low: 0, high: Infinity };
      if (kind === 'sum') return numbersOf(roundedValue(kind, value, base), base);
      const { low, high } = countsOf(roundedValue(kind, value, base), base);
      return { low: Math.max(low, threshold), high };
    },
    needed(cell) {
      if (isEmpty(cell) || Number.isNaN(values[cell]!)) return 0;
      // The contacts of so many persons as are shown say nothing about one of them, exact or not.
      if (kind !== 'persons') return primary[cell] ? FOR_OTHERS : 0;
      return isSmall(cell) ? Math.min(FOR_SMALL, threshold - 1) : FOR_OTHERS;
    },
    // Where everything in a row is hidden for being small, hiding more hides nothing from him who knows.
    must: !knowsSmall,
  };
}

function reportOf(cells: JointCells, primary: Uint8Array, added: number, seconds: number): DisclosureReport {
  return {
    cells: cells.count,
    primary: primary.reduce((sum, mark) => sum + mark, 0),
    secondary: added,
    determined: 0,
    withheld: 0,
    certificate: null,
    seconds,
    gates: [`at least ${FOR_SMALL} whole numbers for a small count, by ranges along rows`],
  };
}
