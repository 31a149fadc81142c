import type { ReleaseShape } from '../table/raw-release.ts';
import { attackPattern } from './attack-pattern.ts';
import { type ContributorAttack, contributorAttack } from './contributor-attack.ts';
import { feasibleIntervals } from './feasible-intervals.ts';
import { loadSolver } from './linear-program.ts';
import { boundedFrom, type Bounds } from './narrow-bounds.ts';
import { publishedSystem } from './published-system.ts';
import { singlePersons } from './single-persons.ts';
import { spreadEvenly } from './spread-evenly.ts';
import { startMeter, type WorkLimit } from './work-limit.ts';

/** What an attack on one table of counts brings to light. */
export interface TableAttack {
  readonly hidden: number;
  readonly primary: number;
  /** Primary cells that are published, or that a combination of published cells determines. */
  readonly determined: number;
  /** Primary cells of which a single whole number is left. */
  readonly exact: number;
  /** Primary cells of which fewer whole numbers are left than there must be, the exact ones included. */
  readonly narrow: number;
  /** Primary cells that the work limit left open: not known to be safe. */
  readonly undecided: number;
  /** Secondary cells that are determined: no disclosure by themselves, but the pattern is wasteful or wrong. */
  readonly determinedSecondary: number;
  /** What people find out who know themselves, where that was asked for. */
  readonly contributors?: ContributorAttack;
  /** Linear programs solved. */
  readonly programs: number;
}

/** What the attacker knows besides the published numbers, and how hard he tries. */
export interface TableAttackOptions extends WorkLimit {
  /** The least a hidden cell can be: 1 where zeros are published, else 0. */
  readonly bound: number;
  /** Whole numbers a primary cell must be left with. Default: 3. */
  readonly possibilities?: number;
  /** The threshold, for an attacker who can tell primary cells (which are below it) from secondary (which are not). */
  readonly knownPrimary?: number;
  /** Lets people attack who are the only one in a hidden cell. */
  readonly contributors?: {
    /** The number of a cell, NaN where the examiner does not know it either. */
    readonly truth: (cell: number) => number;
    /** Most people to try, spread evenly. Default: all. */
    readonly most?: number;
  };
}

/**
 * Attacks a published table of counts whose primary cells are known to the examiner (not to the attacker):
 * exact calculation in two prime fields, propagation of bounds, linear programs with whole-number ends.
 *
 * @param shape a release of one cuboid and one measure
 * @param published the number of a cell, null where it is hidden
 * @param isPrimary whether a cell is hidden for its own sake
 * @throws RangeError when the published numbers contradict each other or the bounds
 *
 * @example
 * ```ts
 * const { exact, narrow } = await attackTable(release, (cell) => table.value(0, cell), isPrimary, { bound: 1 });
 * ```
 */
export async function attackTable(
  shape: ReleaseShape,
  published: (cell: number) => number | null,
  isPrimary: (cell: number) => boolean,
  options: TableAttackOptions,
): Promise<TableAttack> {
  const { possibilities = 3 } = options;
  const meter = startMeter(options);
  const adds = shape.measures[0]!.additiveOver;
  const { rows, unknowns, unknownOf } = publishedSystem(shape, adds, (_, cell) => published(cell));
  const { determined } = attackPattern(rows, unknowns);
  const [places] = unknownOf;
  const isKnown = (unknown: number): boolean => unknown < 0 || determined[unknown] === 1;
  const primary = [...places!].filter((_, cell) => isPrimary(cell));
  const secondary = [...places!].filter((unknown, cell) => unknown >= 0 && !isPrimary(cell));
  const examine = primary.filter((unknown) => unknown >= 0);

  const start = boundsOf(unknowns, examine, options);
  const question = { rows, start, examine, possibilities };
  const solver = await loadSolver();
  const answer = feasibleIntervals(solver, question, meter);
  const left = primary.map((unknown) => (isKnown(unknown) ? 1 : answer.left.get(unknown)!));
  const found = {
    hidden: unknowns,
    primary: primary.length,
    determined: primary.filter(isKnown).length,
    exact: left.filter((numbers) => numbers === 1).length,
    narrow: left.filter((numbers) => numbers !== 'undecided' && numbers < possibilities).length,
    undecided: left.filter((numbers) => numbers === 'undecided').length,
    determinedSecondary: secondary.filter(isKnown).length,
  };
  if (!options.contributors) return { ...found, programs: meter.programs };
  const { truth, most = Infinity } = options.contributors;
  const persons = singlePersons(shape, truth, (cell) => places![cell]! >= 0);
  const tried = spreadEvenly(persons, most).map((cells) => cells.map((cell) => places![cell]!));
  const attack = contributorAttack(solver, question, answer, tried, meter);
  return {
    ...found,
    contributors: { ...attack, persons: persons.length },
    programs: meter.programs,
  };
}

function boundsOf(
  unknowns: number,
  primary: readonly number[],
  { bound, knownPrimary }: TableAttackOptions,
): Bounds {
  if (knownPrimary === undefined) return boundedFrom(unknowns, bound);
  const bounds = boundedFrom(unknowns, Math.max(bound, knownPrimary));
  for (const unknown of primary) {
    bounds.low[unknown] = bound;
    bounds.high[unknown] = knownPrimary - 1;
  }
  return bounds;
}
