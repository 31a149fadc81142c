import { checkShape, sizesOf } from '../table/check-release.ts';
import type { ProtectedTable } from '../table/protected-table.ts';
import type { ReleaseShape } from '../table/raw-release.ts';
import { relationsOf } from '../table/relations.ts';
import { type Attack, attackPattern } from './attack-pattern.ts';
import { publishedSystem, type PublishedSystem } from './published-system.ts';

/** What an attacker gets out of a whole release. All but `hidden` must be 0. */
export interface ReleaseAudit {
  /** Distinct hidden cells. */
  readonly hidden: number;
  /** Hidden cells that published ones determine, in the system of any measure. */
  readonly determined: number;
  /** Hidden in one cuboid or measure, published in another. */
  readonly givenAway: number;
  /** Published counts of 1 to threshold − 1 persons. */
  readonly tooSmall: number;
  /** Nested codes from which 1 to threshold − 1 persons can be calculated who have the wider code only. */
  readonly differences: number;
}

/**
 * Audits a release from the outside: from its protected tables, all cuboids taken together, by another
 * code path than the one that decided.
 *
 * @param shape hierarchies, measures and cuboids, as everybody knows them
 * @param tables one per cuboid, in the same order
 * @param threshold the smallest count of persons that may be shown
 *
 * @example
 * ```ts
 * const { determined } = auditRelease(release, protect(release, options).tables, 5);
 * ```
 */
export function auditRelease(
  shape: ReleaseShape,
  tables: readonly ProtectedTable[],
  threshold: number,
): ReleaseAudit {
  checkShape(shape);
  let hidden = 0;
  let givenAway = 0;
  let tooSmall = 0;
  let differences = 0;
  const determined = new Set<string>();
  const attacked = new Set<string>();

  shape.measures.forEach(({ kind, additiveOver }, measure) => {
    if (kind === 'public') return;
    const persons = kind === 'persons';
    const system = publishedSystem(shape, additiveOver, (cuboid, cell) =>
      tables[cuboid]!.value(measure, cell),
    );
    hidden = Math.max(hidden, system.unknowns);
    givenAway += system.givenAway;
    if (attacked.has(String(additiveOver)) && !persons) return;
    attacked.add(String(additiveOver));
    // Numbers matter for persons alone; what is determined does not depend on them.
    const rows = persons ? system.rows : system.rows.map((row) => ({ ...row, total: 0 }));
    const attack = attackPattern(rows, system.unknowns);
    for (const cell of cellsOf(system, attack)) determined.add(cell);
    if (!persons) return;
    tooSmall += countSmall(shape, tables, measure, threshold);
    differences += countDifferences(shape, additiveOver, system, attack, threshold);
  });
  return {
    hidden,
    determined: determined.size,
    givenAway: givenAway + unequal(shape, tables),
    tooSmall,
    differences,
  };
}

/** Names of determined cells: a cell that several cuboids show is named after its first place. */
function cellsOf(system: PublishedSystem, { determined }: Attack): Set<string> {
  const place = new Array<string>(system.unknowns);
  system.unknownOf.forEach((unknowns, cuboid) =>
    unknowns.forEach((unknown, cell) => {
      if (unknown >= 0) place[unknown] ??= `${cuboid} ${cell}`;
    }),
  );
  return new Set(place.filter((_, unknown) => determined[unknown]));
}

function countSmall(
  shape: ReleaseShape,
  tables: readonly ProtectedTable[],
  measure: number,
  threshold: number,
): number {
  let small = 0;
  shape.cuboids.forEach((_, cuboid) => {
    for (let cell = 0; cell < tables[cuboid]!.cells; cell++) {
      const persons = tables[cuboid]!.value(measure, cell);
      if (persons !== null && persons > 0 && persons < threshold) small++;
    }
  });
  return small;
}

/** Cells whose measures do not have the same status. */
function unequal(shape: ReleaseShape, tables: readonly ProtectedTable[]): number {
  const hideable = shape.measures.flatMap(({ kind }, measure) => (kind === 'public' ? [] : [measure]));
  let cells = 0;
  for (const table of tables) {
    for (let cell = 0; cell < table.cells; cell++) {
      if (new Set(hideable.map((measure) => table.status(measure, cell))).size > 1) cells++;
    }
  }
  return cells;
}

function countDifferences(
  shape: ReleaseShape,
  adds: readonly boolean[],
  system: PublishedSystem,
  attack: Attack,
  threshold: number,
): number {
  const [first, second] = attack.solutions;
  let found = 0;
  shape.cuboids.forEach((cuboid, position) => {
    const unknowns = system.unknownOf[position]!;
    const known = system.known[position]!;
    const value = (solution: Float64Array, cell: number): number =>
      unknowns[cell]! < 0 ? known[cell]! : solution[unknowns[cell]!]!;
    const difference = (solution: Float64Array, wide: number, narrow: number): number =>
      (((value(solution, wide) - value(solution, narrow)) % attack.prime) + attack.prime) % attack.prime;
    const sizes = sizesOf(shape, cuboid);
    let inner = unknowns.length;
    cuboid.dimensions.forEach((hierarchy, at) => {
      const size = sizes[at]!;
      inner /= size;
      if (adds[hierarchy]) return;
      const { upwards } = relationsOf(shape.hierarchies[hierarchy]!);
      for (let cell = 0; cell < unknowns.length; cell++) {
        const node = Math.floor(cell / inner) % size;
        for (const wide of upwards[node]!.slice(1)) {
          const wider = cell + (wide - node) * inner;
          const once = difference(first, wider, cell);
          if (once > 0 && once < threshold && once === difference(second, wider, cell)) found++;
        }
      }
    });
  });
  return found;
}
