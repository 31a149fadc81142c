import type { ReleaseShape } from '../table/raw-release.ts';
import { relationsOf } from '../table/relations.ts';
import type { Attack } from './attack-pattern.ts';
import { type PublishedCell, type PublishedSystem, sumsByParent } from './published-system.ts';

/**
 * Looks for groups of 1 to threshold − 1 persons that are no cell but follow from several: those with a
 * wider code and not the narrower one, and those with several codes below one.
 *
 * @param adds per hierarchy: do the persons add up? Groups come from those over which they do not
 * @returns how many such numbers can be calculated
 */
export function smallGroups(
  { hierarchies }: ReleaseShape,
  adds: readonly boolean[],
  { cells, weights }: PublishedSystem,
  { solutions: [first, second], prime }: Attack,
  threshold: number,
): number {
  const nested = hierarchies.flatMap((_, hierarchy) => (adds[hierarchy] ? [] : [hierarchy]));
  const upwards = hierarchies.map((hierarchy) => relationsOf(hierarchy).upwards);
  const sums = hierarchies.map(sumsByParent);
  const nodeOf = (name: number, hierarchy: number): number =>
    Math.floor(name / weights[hierarchy]!) % hierarchies[hierarchy]!.parent.length;

  const value = ({ known, unknown }: PublishedCell, solution: Float64Array): number =>
    known ?? solution[unknown]!;
  /** Is the sum of the parts minus the whole, or the other way round, the same in both solutions, and too small? */
  const isSmall = (sign: 1 | -1, whole: PublishedCell, parts: readonly PublishedCell[]): boolean => {
    let once = -value(whole, first);
    let again = -value(whole, second);
    for (const part of parts) {
      once += value(part, first);
      again += value(part, second);
    }
    const group = (((sign * once) % prime) + prime) % prime;
    return group > 0 && group < threshold && (once - again) % prime === 0;
  };

  let found = 0;
  for (const [name, cell] of cells) {
    // Outside an empty cell the group is the wider cell itself, which is judged as a cell.
    if (cell.known === 0) continue;
    let wider = [name];
    for (const hierarchy of nested) {
      const node = nodeOf(name, hierarchy);
      const steps = upwards[hierarchy]![node]!.map((above) => (above - node) * weights[hierarchy]!);
      wider = wider.flatMap((each) => steps.map((step) => each + step));
    }
    for (const whole of wider.map((each) => cells.get(each))) {
      if (whole !== undefined && isSmall(-1, whole, [cell])) found++;
    }
    for (const hierarchy of nested) {
      const node = nodeOf(name, hierarchy);
      for (const children of sums[hierarchy]!.get(node) ?? []) {
        const parts = children.flatMap(
          (child) => cells.get(name + (child - node) * weights[hierarchy]!) ?? [],
        );
        if (parts.length === children.length && parts.length > 1 && isSmall(1, cell, parts)) found++;
      }
    }
  }
  return found;
}
