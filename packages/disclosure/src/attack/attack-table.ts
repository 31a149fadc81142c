import type { ReleaseShape } from '../table/raw-release.ts';
import { attackPattern } from './attack-pattern.ts';
import { narrowBounds } from './narrow-bounds.ts';
import { publishedSystem } from './published-system.ts';

/** What an attack on one table of counts brings to light. */
export interface TableAttack {
  readonly hidden: number;
  readonly primary: number;
  /** Primary cells that are published, or that a combination of published cells determines. */
  readonly determined: number;
  /** Primary cells of which a single whole number is left. */
  readonly exact: number;
  /** Primary cells of which fewer than three whole numbers are left, the exact ones included. */
  readonly narrow: number;
  /** Secondary cells that are determined: no disclosure by themselves, but the pattern is wasteful or wrong. */
  readonly determinedSecondary: number;
}

const FEWEST_LEFT = 3;

/**
 * Attacks a published table of counts whose primary cells are known to the examiner (not to the attacker):
 * exact calculation in two prime fields, then propagation of bounds. Propagation is sound but not the
 * strongest attack there is, so `exact` and `narrow` are lower limits.
 *
 * @param shape a release of one cuboid and one measure
 * @param published the number of a cell, null where it is hidden
 * @param isPrimary whether a cell is hidden for its own sake
 * @param bound the least a hidden cell can be: 1 where zeros are published, else 0
 */
export function attackTable(
  shape: ReleaseShape,
  published: (cell: number) => number | null,
  isPrimary: (cell: number) => boolean,
  bound: number,
): TableAttack {
  const adds = shape.measures[0]!.additiveOver;
  const { rows, unknowns, unknownOf } = publishedSystem(shape, adds, (_, cell) => published(cell));
  const { determined, solutions, prime } = attackPattern(rows, unknowns);
  const [first, second] = solutions;
  const calculated = Array.from(first.keys()).flatMap((unknown) => {
    if (first[unknown] !== second[unknown]) return [];
    const total = first[unknown]! > prime / 2 ? first[unknown]! - prime : first[unknown]!;
    return [{ unknowns: [unknown], signs: [1 as const], total }];
  });
  const { low, high } = narrowBounds([...calculated, ...rows], unknowns, bound);

  const found = { hidden: unknowns, primary: 0, determined: 0, exact: 0, narrow: 0, determinedSecondary: 0 };
  unknownOf[0]!.forEach((unknown, cell) => {
    const open = unknown < 0;
    if (!isPrimary(cell)) {
      if (!open && determined[unknown]) found.determinedSecondary++;
      return;
    }
    const left = open || determined[unknown] ? 1 : high[unknown]! - low[unknown]! + 1;
    found.primary++;
    if (open || determined[unknown]) found.determined++;
    if (left === 1) found.exact++;
    if (left < FEWEST_LEFT) found.narrow++;
  });
  return found;
}
