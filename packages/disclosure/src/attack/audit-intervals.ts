import { checkShape } from '../table/check-release.ts';
import type { ProtectedTable } from '../table/protected-table.ts';
import type { ReleaseShape } from '../table/raw-release.ts';
import { feasibleIntervals } from './feasible-intervals.ts';
import { loadSolver } from './linear-program.ts';
import { narrowBounds } from './narrow-bounds.ts';
import { nestedRows } from './nested-rows.ts';
import { publishedSystem } from './published-system.ts';
import { spreadEvenly } from './spread-evenly.ts';
import { startMeter, type WorkLimit } from './work-limit.ts';

/** How closely the hidden numbers of a whole release can be estimated. */
export interface IntervalAudit {
  /** Distinct hidden cells with persons. */
  readonly hidden: number;
  /** Those of them that were examined. */
  readonly examined: number;
  /** Examined cells of which one whole number is left, below the threshold. Must be 0 for primary cells. */
  readonly exact: number;
  /** Examined cells with too few whole numbers left, one of them below the threshold; the exact ones included. */
  readonly narrow: number;
  /** Examined cells with too few whole numbers left, none of them below the threshold: they can only be secondary. */
  readonly large: number;
  /** Examined cells that the work limit left open: not known to be safe. */
  readonly undecided: number;
  /** Linear programs solved. */
  readonly programs: number;
}

/** What the attacker knows, and how hard he tries. */
export interface IntervalAuditOptions extends WorkLimit {
  /** The smallest count of persons that may be shown. */
  readonly threshold: number;
  /** The least a hidden cell can be: 1 where zeros are published, else 0. */
  readonly bound: number;
  /** Whole numbers a hidden cell must be left with. Default: 3. */
  readonly possibilities?: number;
  /**
   * Cells to examine. Default: every hidden cell, as the attacker cannot tell which are primary; then
   * secondary cells that are close to the threshold are found, too.
   */
  readonly isPrimary?: (cuboid: number, cell: number) => boolean;
  /** Most cells to examine, spread evenly. Default: all. */
  readonly most?: number;
  /**
   * How the inequalities of nested codes are used: `bounds` propagates them and solves programs of the
   * equations within what comes out; `programs` solves them with the equations, which is stronger, but ties
   * nearly all cells of a cube into one program. Default: `bounds`.
   */
  readonly nested?: 'bounds' | 'programs';
}

/**
 * Audits from the outside how closely the hidden counts of a release can be estimated: all cuboids taken
 * together, by the equations of persons and, where persons do not add up, the inequalities of nested codes.
 * What follows from events, sums and published population figures is not used.
 *
 * @param shape hierarchies, measures and cuboids, as everybody knows them
 * @param tables one per cuboid, in the same order
 * @throws RangeError when the published numbers contradict each other or the bounds
 *
 * @example
 * ```ts
 * const audit = await auditIntervals(release, tables, { threshold: 5, bound: 1, most: 500, programs: 2000 });
 * ```
 */
export async function auditIntervals(
  shape: ReleaseShape,
  tables: readonly ProtectedTable[],
  options: IntervalAuditOptions,
): Promise<IntervalAudit> {
  checkShape(shape);
  const { possibilities = 3, threshold, bound, most = Infinity } = options;
  const meter = startMeter(options);
  const solver = await loadSolver();
  const found = { hidden: 0, examined: 0, exact: 0, narrow: 0, large: 0, undecided: 0 };
  shape.measures.forEach(({ id, kind, additiveOver }, measure) => {
    if (kind !== 'persons') return;
    const columns = tables.map((table) => table.shape.measures.indexOf(id));
    const system = publishedSystem(shape, additiveOver, (cuboid, cell) =>
      columns[cuboid]! < 0 ? undefined : tables[cuboid]!.value(columns[cuboid]!, cell),
    );
    const nested = nestedRows(shape, measure, system);
    const start = {
      low: new Float64Array(nested.unknowns).fill(bound, 0, system.unknowns),
      high: new Float64Array(nested.unknowns).fill(Infinity),
    };
    const all = [...system.rows, ...nested.rows];
    const examine = spreadEvenly(wanted(system.unknownOf, options.isPrimary), most);
    const question =
      options.nested === 'programs'
        ? { rows: all, start, examine, possibilities }
        : { rows: system.rows, start: narrowBounds(all, start), examine, possibilities };
    const { left, proved } = feasibleIntervals(solver, question, meter);
    found.hidden += system.unknowns;
    found.examined += left.size;
    for (const [unknown, numbers] of left) {
      if (numbers === 'undecided') found.undecided++;
      else if (numbers >= possibilities) continue;
      else if (proved.low[unknown]! >= threshold) found.large++;
      else {
        found.narrow++;
        if (numbers === 1) found.exact++;
      }
    }
  });
  return { ...found, programs: meter.programs };
}

function wanted(
  unknownOf: readonly Int32Array[],
  isPrimary: (cuboid: number, cell: number) => boolean = () => true,
): number[] {
  const unknowns = new Set<number>();
  unknownOf.forEach((list, cuboid) =>
    list.forEach((unknown, cell) => {
      if (unknown >= 0 && isPrimary(cuboid, cell)) unknowns.add(unknown);
    }),
  );
  return [...unknowns];
}
