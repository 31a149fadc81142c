import { sizesOf } from '../table/cuboid.ts';
import type { ReleaseShape } from '../table/raw-release.ts';
import { relationsOf } from '../table/relations.ts';

/**
 * Finds the people who are the only one in an inner cell that is hidden. Each knows that cell and every
 * marginal above it that counts nobody else.
 *
 * @param shape a release of one cuboid
 * @param truth the number of a cell, for the examiner to know who is alone; NaN where he does not
 * @param isHidden whether a cell is hidden
 * @returns per person the hidden cells that count this person alone
 */
export function singlePersons(
  shape: ReleaseShape,
  truth: (cell: number) => number,
  isHidden: (cell: number) => boolean,
): number[][] {
  const cuboid = shape.cuboids[0]!;
  const sizes = sizesOf(shape, cuboid);
  const relations = cuboid.dimensions.map((hierarchy) => relationsOf(shape.hierarchies[hierarchy]!));
  const leaves = relations.map(({ leaves: own }) => new Set(own));
  const cells = sizes.reduce((product, size) => product * size, 1);
  const persons: number[][] = [];
  for (let cell = 0; cell < cells; cell++) {
    if (truth(cell) !== 1 || !isHidden(cell)) continue;
    const nodes = nodesOf(cell, sizes);
    if (!nodes.every((node, at) => leaves[at]!.has(node))) continue;
    const above = nodes.reduce<number[]>(
      (places, node, at) =>
        places.flatMap((place) => relations[at]!.upwards[node]!.map((up) => place * sizes[at]! + up)),
      [0],
    );
    persons.push(above.filter((place) => truth(place) === 1 && isHidden(place)));
  }
  return persons;
}

function nodesOf(cell: number, sizes: readonly number[]): number[] {
  const nodes: number[] = [];
  let rest = cell;
  for (const size of sizes.toReversed()) {
    nodes.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return nodes;
}
