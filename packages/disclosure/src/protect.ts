import type { SuppressPolicy } from '@datakube/contract';
import { PRIMES } from './audit/prime-field.ts';
import { TIGHT } from './certificates/ground.ts';
import { type CertificateReport, provenPattern } from './certificates/proven-pattern.ts';
import { primaryByPolicy } from './primary/primary-by-policy.ts';
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
  /**
   * `exact` stops after the audit by elimination: nothing can be calculated, but hidden numbers may be
   * narrowed down. To look at a table quickly, not for release. Default `certified`.
   */
  readonly gate?: 'certified' | 'exact';
  /**
   * How much work goes into hiding less once everything is certified, in million cells looked at; about 20
   * of them take a second. Default up to 90 for a table of fewer than 2,000 small numbers, growing with their square,
   * and 20 for a larger one. The outcome does not depend on time.
   */
  readonly effort?: number | undefined;
  /**
   * How much work it may be to go through all small counts once, in million cells looked at. What would take more
   * is refused as too sparse, most often within seconds. Default 5000: ten minutes or so, for a release that is worth it.
   */
  readonly patience?: number | undefined;
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
  /** The proof that numbers stay open; null where only the exact audit was asked for. */
  readonly certificate: CertificateReport | null;
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
/** Every inequality, for the check. */
const EVERY_SLACK = { pair: Infinity, perPart: Infinity };
/** Steps of progress that the search for certificates is told in. */
const PARTS = 100;

/**
 * Protects everything a cube version is going to publish, as one system: every count of 1 to
 * threshold − 1 persons is hidden, and as many further cells as it takes that several whole numbers
 * (three, or as the policy says) remain possible for every small count, also for somebody who is himself
 * one person counted. A cell has one status for all measures and in all cuboids.
 *
 * The proof is a set of certificates: whole-number changes of hidden cells that leave every published cell
 * and every sum as it is. They are checked apart from the search that found them, and two eliminations over
 * prime fields check that nothing can be calculated. The proof assumes that small counts and other hidden
 * cells look alike and that the seed is secret; `primaryKnown` in the policy does without.
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
  const progress = (step: (typeof STEPS)[number], part = 0): void =>
    options.onProgress?.(step, STEPS.indexOf(step) * PARTS + part, STEPS.length * PARTS);
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
  const primary = primaryByPolicy(release, cells, counts, policy);
  const personCounts = persons.map((measure, at) => ({ measure: measures[measure]!, values: counts[at]! }));
  const covers = hierarchies.map((_, h) =>
    measures.some(({ kind, additiveOver }) => kind === 'events' && additiveOver[h]),
  );
  const zerosHidden = policy.zeros === 'protected';
  const differences = inequalities(relations, cells, personCounts, covers, additive, zerosHidden, TIGHT);
  const nested = nestedCodes(differences, cells.count, policy);
  const equations = joinEquations(sums, nested);
  const systems = linearSystems(measures, sums, equations);

  progress('secondary');
  const task = { shape: release, relations, cells, primary, counts, standing: options.standing, random };
  const exact = (): { hidden: Uint8Array; withheld: number; certificate: null } => ({
    ...rankSafePattern({ ...task, nested, equations, systems, onAudit: () => progress('audit') }),
    certificate: null,
  });
  const certified = (): { hidden: Uint8Array; withheld: number; certificate: CertificateReport } => ({
    ...provenPattern({
      ...task,
      policy,
      inequalities: differences,
      everyInequality: () =>
        inequalities(relations, cells, personCounts, covers, additive, zerosHidden, EVERY_SLACK),
      sums,
      additive,
      personsAdd: hierarchies.map((_, h) => persons.every((measure) => measures[measure]!.additiveOver[h])),
      nested,
      equations,
      systems,
      effort: options.effort,
      patience: options.patience,
      onProgress: (done, of) => progress('secondary', Math.floor((PARTS * done) / of)),
      onAudit: () => progress('audit'),
    }),
    withheld: 0,
  });
  const { hidden: pattern, withheld, certificate } = options.gate === 'exact' ? exact() : certified();

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
      certificate,
      seconds: (clock() - began) / 1000,
      gates: [
        ...PRIMES.map((prime) => `nothing determined over GF(${prime})`),
        ...(certificate
          ? [
              `${certificate.possibilities} whole numbers possible for every small count, by certificates`,
              'the same for every person counted',
            ]
          : []),
      ],
    },
  };
}
