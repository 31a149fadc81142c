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

  /** Is plus − minus the same in both solutions, and too small? */
  const isSmall = (plus: readonly PublishedCell[], minus: readonly PublishedCell[]): boolean => {
    const [once, again] = [first, second].map((solution) => {
      const value = ({ known, unknown }: PublishedCell): number => known ?? solution[unknown]!;
      const sum = (some: readonly PublishedCell[]): number =>
        some.reduce((all, cell) => all + value(cell), 0);
      return (((sum(plus) - sum(minus)) % prime) + prime) % prime;
    });
    return once === again && once! > 0 && once! < threshold;
  };

  let found = 0;
  for (const [name, cell] of cells) {
    let wider = [name];
    for (const hierarchy of nested) {
      const node = nodeOf(name, hierarchy);
      const steps = upwards[hierarchy]![node]!.map((above) => (above - node) * weights[hierarchy]!);
      wider = wider.flatMap((each) => steps.map((step) => each + step));
    }
    for (const whole of wider.map((each) => cells.get(each))) {
      if (whole !== undefined && isSmall([whole], [cell])) found++;
    }
    for (const hierarchy of nested) {
      const node = nodeOf(name, hierarchy);
      for (const children of sums[hierarchy]!.get(node) ?? []) {
        const parts = children.flatMap(
          (child) => cells.get(name + (child - node) * weights[hierarchy]!) ?? [],
        );
        if (parts.length === children.length && parts.length > 1 && isSmall(parts, [cell])) found++;
      }
    }
  }
  return found;
}
