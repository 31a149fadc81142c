import type { SuppressPolicy } from '@datakube/contract';
import { PRIMES } from './audit/prime-field.ts';
import { primaryCells } from './primary/primary-cells.ts';
import { randomStream } from './secondary/random-stream.ts';
import { rankSafePattern } from './secondary/rank-safe-pattern.ts';
import { additiveEquations, checkSums } from './system/equations.ts';
import { joinEquations, linearSystems } from './system/linear-system.ts';
import { inequalities } from './system/inequalities.ts';
import { nestedCodes } from './system/nested-codes.ts';
import { checkRelease } from './table/check-release.ts';
import { jointValues, numberCells } from './table/joint-cells.ts';
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

const SLACK_OF_INTEREST = { pair: 16, perPart: 8 };

const STEPS = ['cells', 'equations', 'primary', 'secondary', 'audit', 'tables'] as const;

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
  const differences = inequalities(
    relations,
    cells,
    persons.map((measure, at) => ({ measure: measures[measure]!, values: counts[at]! })),
    hierarchies.map((_, h) => measures.some(({ kind, additiveOver }) => kind === 'events' && additiveOver[h])),
    additive,
    SLACK_OF_INTEREST,
  );
  const nested = nestedCodes(differences, cells.count, policy);
  const equations = joinEquations(sums, nested);
  const systems = linearSystems(measures, sums, equations);

  progress('secondary');
  const { hidden: pattern, withheld } = rankSafePattern({
    shape: release,
    relations,
    cells,
    primary,
    nested,
    counts,
    equations,
    systems,
    standing: options.standing,
    random,
    onAudit: () => progress('audit'),
  });

  progress('tables');
  const tables = protectedTables(release, cells, pattern);
  const hidden = pattern.subarray(0, cells.count).reduce((sum, status) => sum + status, 0);
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
