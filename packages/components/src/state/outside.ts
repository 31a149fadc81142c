import type { Cube, LocalisedText } from '@datakube/contract';
import type { Reach } from './released.ts';

/**
 * What a combination meets: a released table; outside the release a new exact one (`extend`), where that fails
 * perhaps noise (`extend-or-perturb`), or noise at once (`perturb`); or nothing (`refuse`).
 */
export type Meeting = 'released' | 'extend' | 'extend-or-perturb' | 'perturb' | 'refuse';

/** What a combination that is in no released table meets. Whether it can be exact is only known once it is asked. */
export function meetsOutside(reach: Reach, cube: Cube): Meeting {
  const { ways, cells, additive } = cube.outside;
  const size = cellsOf(reach, cube);
  const noisy = ways.includes('perturb') && size <= cells.perturb;
  const exact = ways.includes('extend') && size <= cells.extend && additiveIn(reach, cube) <= additive;
  if (exact) return noisy ? 'extend-or-perturb' : 'extend';
  return noisy ? 'perturb' : 'refuse';
}

/** The best of several: exact before noisy. */
export function better(one: Meeting, other: Meeting): boolean {
  return ORDER.indexOf(one) < ORDER.indexOf(other);
}

const ORDER: readonly Meeting[] = ['released', 'extend', 'extend-or-perturb', 'perturb', 'refuse'];

/** What is said of a combination outside the release before it is chosen; null where there is nothing to say. */
export function outsideWords(meeting: Meeting): LocalisedText | null {
  switch (meeting) {
    case 'released':
    case 'refuse':
      return null;
    case 'extend':
      return {
        da: 'Uden for udgivelsen: nøjagtige tal, hvis det kan lade sig gøre',
        en: 'Outside the release: exact numbers, if possible',
      };
    case 'extend-or-perturb':
      return {
        da: 'Uden for udgivelsen: nøjagtige tal, hvis det kan lade sig gøre, ellers tal med støj',
        en: 'Outside the release: exact numbers if possible, otherwise numbers with noise',
      };
    case 'perturb':
      return {
        da: 'Uden for udgivelsen: tal med støj, ingen er nøjagtige',
        en: 'Outside the release: numbers with noise, none is exact',
      };
  }
}

/** Cells of the smallest cuboid that holds the combination, marginals included. */
function cellsOf(reach: Reach, cube: Cube): number {
  return cube.dimensions.reduce((cells, { id, levels, total }) => {
    const depth = reach.get(id) ?? 0;
    const members = levels.slice(0, depth).reduce((sum, level) => sum + level.members, 0);
    return cells * (depth === 0 ? 1 : members + (total === null ? 0 : 1));
  }, 1);
}

/** Dimensions in it over which persons add up. */
function additiveIn(reach: Reach, cube: Cube): number {
  const persons = cube.measures.find(({ kind }) => kind === 'persons');
  return persons?.additiveOver.filter((id) => (reach.get(id) ?? 0) > 0).length ?? 0;
}
