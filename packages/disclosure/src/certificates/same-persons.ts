import type { RandomStream } from '../secondary/random-stream.ts';
import { FIXED, type Ground } from './ground.ts';
import type { MoveSpace } from './move-space.ts';
import { perturbationSearch } from './perturbation-search.ts';

/**
 * Tells who is one and the same person though no sum says so. Whoever is counted in a cell of one has a place
 * in every cuboid; where all places lead through the cells of another single person, the two are the same.
 *
 * @param ground laid anew: what a search has left behind in its own must not decide
 * @param cellsOf cells of each single person
 */
export function samePersons(
  space: MoveSpace,
  ground: Ground,
  cellsOf: ReadonlyMap<number, readonly number[]>,
  random: RandomStream,
): (cell: number, person: number) => boolean {
  const search = perturbationSearch(space, ground, random);
  return (cell, person) => {
    const theirs = (cellsOf.get(person) ?? []).filter((each) => ground.fixed[each] === 0);
    for (const each of theirs) ground.fixed[each] = FIXED;
    const closed = search.isClosed(cell);
    for (const each of theirs) ground.fixed[each] = 0;
    return closed;
  };
}
