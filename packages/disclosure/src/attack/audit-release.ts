import { checkShape } from '../table/check-release.ts';
import type { ProtectedTable } from '../table/protected-table.ts';
import type { ReleaseShape } from '../table/raw-release.ts';
import { type Attack, attackPattern } from './attack-pattern.ts';
import { publishedSystem, type PublishedSystem } from './published-system.ts';
import { smallGroups } from './small-groups.ts';

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
  /** Nested codes that give the number of persons with the wider code only, or several codes, where that is too small. */
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

  shape.measures.forEach(({ id, kind, additiveOver }) => {
    if (kind === 'public') return;
    const persons = kind === 'persons';
    const columns = tables.map((table) => table.shape.measures.indexOf(id));
    const system = publishedSystem(shape, additiveOver, (cuboid, cell) =>
      columns[cuboid]! < 0 ? undefined : tables[cuboid]!.value(columns[cuboid]!, cell),
    );
    hidden = Math.max(hidden, system.unknowns);
    givenAway += system.givenAway;
    const signature = `${additiveOver.join()} ${columns.map((column) => column < 0).join()}`;
    if (attacked.has(signature) && !persons) return;
    attacked.add(signature);
    // Numbers matter for persons alone; what is determined does not depend on them.
    const rows = persons ? system.rows : system.rows.map((row) => ({ ...row, total: 0 }));
    const attack = attackPattern(rows, system.unknowns);
    for (const cell of cellsOf(system, attack)) determined.add(cell);
    if (!persons) return;
    tooSmall += countSmall(system, threshold);
    differences += smallGroups(shape, additiveOver, system, attack, threshold);
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

function countSmall({ cells }: PublishedSystem, threshold: number): number {
  return [...cells.values()].filter(({ known }) => known !== null && known > 0 && known < threshold).length;
}

/** Cells whose measures do not have the same status. */
function unequal(shape: ReleaseShape, tables: readonly ProtectedTable[]): number {
  const known = new Set(shape.measures.flatMap(({ id, kind }) => (kind === 'public' ? [id] : [])));
  let cells = 0;
  for (const table of tables) {
    const hideable = table.shape.measures.flatMap((id, measure) => (known.has(id) ? [] : [measure]));
    for (let cell = 0; cell < table.cells; cell++) {
      if (new Set(hideable.map((measure) => table.status(measure, cell))).size > 1) cells++;
    }
  }
  return cells;
}
