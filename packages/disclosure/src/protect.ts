import type { SuppressPolicy } from '@datakube/contract';
import { determinedCells } from './audit/determined-cells.ts';
import { PRIMES } from './audit/prime-field.ts';
import { primaryCells } from './primary/primary-cells.ts';
import { fillLocalDeficits } from './secondary/local-deficits.ts';
import type { Pattern } from './secondary/pattern.ts';
import { latticeOf } from './secondary/perturbation.ts';
import { ProtectionError, repair } from './secondary/repair.ts';
import { type RandomStream, randomStream } from './secondary/random-stream.ts';
import { additiveEquations, checkSums, rowsOfCells } from './system/equations.ts';
import { joinEquations, linearSystems } from './system/linear-system.ts';
import { nestedCodes } from './system/nested-codes.ts';
import { checkRelease } from './table/check-release.ts';
import { type JointCells, jointValues, numberCells } from './table/joint-cells.ts';
import type { ProtectedTable } from './table/protected-table.ts';
import type { RawRelease } from './table/raw-release.ts';
import { relationsOf } from './table/relations.ts';
import { protectedTables } from './table/protected-tables.ts';

export interface ProtectOptions {
  readonly policy: SuppressPolicy;
  /** Secret: 32 bytes. The choice of secondary cells depends on it and cannot be replayed without it. */
  readonly seed: Uint8Array;
  /**
   * Cells about which it was decided before, by position of the cuboid and cell: in another cuboid of the
   * cube, or in an earlier release. They stay as they are. Default: everything is open.
   */
  readonly standing?: (cuboid: number, cell: number) => 'published' | 'suppressed' | undefined;
  readonly onProgress?: (step: string, done: number, of: number) => void;
  /** Milliseconds from any origin, for the report. Default: none, and the report says 0 seconds. */
  readonly clock?: () => number;
}

/** What happened, in counts only. Holds no cell and no value. */
export interface DisclosureReport {
  /** Distinct cells of all cuboids together. */
  readonly cells: number;
  readonly primary: number;
  readonly secondary: number;
  /** Hidden cells the published ones determine: always 0, or there would be no release. */
  readonly determined: number;
  /** Secondary cells hidden because nothing less would do: marginals of cells that could not be balanced. */
  readonly withheld: number;
  readonly seconds: number;
  /** The checks that were passed. */
  readonly gates: readonly string[];
}

export interface ProtectedRelease {
  /** One table per cuboid of the release, same order, `RawCuboid` cell numbering. */
  readonly tables: readonly ProtectedTable[];
  readonly report: DisclosureReport;
}

const STEPS = ['cells', 'equations', 'primary', 'secondary', 'audit', 'tables'] as const;
const ROUNDS = 40;

/**
 * Protects everything a cube version is going to publish, as one system: every count of 1 to
 * threshold − 1 persons is hidden, and as many further cells as it takes that no combination of
 * published cells gives a hidden one. A cell has one status for all measures and in all cuboids.
 *
 * The pattern is safe against exact calculation, which two eliminations over prime fields check. It does
 * not yet bound how closely a hidden number can be estimated.
 *
 * @param release cuboids with all marginals, true numbers
 * @param options policy and secret seed. The same seed gives the same pattern
 * @returns protected tables in the order of the cuboids, and a report without numbers from the data
 * @throws RangeError when the release is malformed, or its numbers do not add up as the measures say
 * @throws ProtectionError when it cannot be made safe: nothing may be published then
 *
 * @example
 * ```ts
 * const { tables, report } = protect(release, { policy, seed });
 * ```
 */
export function protect(release: RawRelease, options: ProtectOptions): ProtectedRelease {
  const { policy, seed, clock = () => 0 } = options;
  const began = clock();
  const progress = (step: (typeof STEPS)[number]): void =>
    options.onProgress?.(step, STEPS.indexOf(step), STEPS.length);
  const random = randomStream(seed);
  checkRelease(release);

  progress('cells');
  const { measures, hierarchies } = release;
  const relations = hierarchies.map(relationsOf);
  const cells = numberCells(release);
  const hideable = measures.filter(({ kind }) => kind !== 'public');
  const persons = measures.flatMap(({ kind }, index) => (kind === 'persons' ? [index] : []));
  const counts = persons.map((measure) => jointValues(release, cells, measure));

  progress('equations');
  const additive = hierarchies.map((_, h) => hideable.some(({ additiveOver }) => additiveOver[h]));
  const sums = additiveEquations(release, relations, cells, (hierarchy) => additive[hierarchy]!);
  measures.forEach(({ id, kind, additiveOver }, measure) => {
    if (kind === 'public') return;
    const values = counts[persons.indexOf(measure)] ?? jointValues(release, cells, measure);
    checkSums(sums, values, additiveOver, (h) => `${id} does not add up over ${hierarchies[h]!.id}`);
  });

  progress('primary');
  const primary = primaryCells(counts, cells.count, policy);
  const nested = nestedCodes(
    release,
    relations,
    cells,
    persons.map((measure, at) => ({ measure: measures[measure]!, values: counts[at]! })),
    policy,
  );
  const equations = joinEquations(sums, nested);
  const systems = linearSystems(measures, sums, equations);

  progress('secondary');
  const pattern = startPattern(primary, nested.rows, counts, random);
  keepStanding(pattern, primary, cells, options.standing);
  fillLocalDeficits(equations, rowsOfCells(equations, cells.count + nested.rows), pattern);

  const lattice = latticeOf(release, relations, cells, additive);
  let withheld = 0;
  for (let round = 0; ; round++) {
    if (round === ROUNDS) throw new ProtectionError('The release could not be made safe in time');
    progress('audit');
    const determined = determinedCells(systems, equations, pattern.hidden, PRIMES[round % 2]!, random);
    if (determined.length === 0 && round > 0) break;
    withheld += repair(lattice, nested, pattern, determined, random);
  }

  progress('tables');
  const tables = protectedTables(release, cells, pattern.hidden);
  const hidden = pattern.hidden.subarray(0, cells.count).reduce((sum, status) => sum + status, 0);
  const primaries = primary.reduce((sum, mark) => sum + mark, 0);
  return {
    tables,
    report: {
      cells: cells.count,
      primary: primaries,
      secondary: hidden - primaries,
      determined: 0,
      withheld,
      seconds: (clock() - began) / 1000,
      gates: PRIMES.map((prime) => `nothing determined over GF(${prime})`),
    },
  };
}

/**
 * What was published cannot be hidden any more, what was hidden stays hidden.
 *
 * @throws ProtectionError when a cell that was published would have to be hidden for its own sake
 */
function keepStanding(
  { hidden, cost }: Pattern,
  primary: Uint8Array,
  cells: JointCells,
  standing: ProtectOptions['standing'],
): void {
  if (!standing) return;
  cells.of.forEach((ids, cuboid) =>
    ids.forEach((id, cell) => {
      const status = standing(cuboid, cell);
      if (status === 'suppressed') hidden[id] = 1;
      if (status !== 'published') return;
      if (primary[id]) throw new ProtectionError('A small count has been published before');
      cost[id] = Infinity;
    }),
  );
}

/** Primary cells and differences hidden; costs log2(1 + v), with a secret part so that ties fall at random. */
function startPattern(
  primary: Uint8Array,
  differences: number,
  counts: readonly Float64Array[],
  random: RandomStream,
): Pattern {
  const hidden = new Uint8Array(primary.length + differences).fill(1, primary.length);
  hidden.set(primary);
  const cost = new Float64Array(hidden.length).fill(Infinity, primary.length);
  for (let cell = 0; cell < primary.length; cell++) {
    const most = Math.max(...counts.map((count) => count[cell]!));
    cost[cell] = most === 0 ? Infinity : Math.log2(1 + most) * (1 + 0.2 * random.fraction());
  }
  return { hidden, cost };
}
