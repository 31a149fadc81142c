import type { CuboidDefinition } from '@datakube/contract';
import type { CubeModel } from '../cubes/cube-model.ts';
import { shapeOf } from '../release/cuboid-shape.ts';
import { placeIn } from '../release/tabulate-family.ts';

/** Where the cells of a cuboid stand among those of its family. */
export interface Placement {
  readonly cells: number;
  /** Nodes of each dimension, and the distance in the cuboid between neighbouring ones. */
  readonly dimensions: readonly { readonly id: string; readonly size: number; readonly stride: number }[];
  /** Node of hierarchies the cuboid does not have; those that are not named stand at their total. */
  readonly at: ReadonlyMap<string, number>;
}

export function placementOf(cube: CubeModel, cuboid: CuboidDefinition): Placement {
  const shape = shapeOf(cube, cuboid);
  return {
    cells: shape.cells,
    dimensions: shape.dimensions.map(({ definition: { id } }, index) => ({
      id,
      size: shape.sizes[index]!,
      stride: shape.strides[index]!,
    })),
    at: placeIn(cube.family(), cube),
  };
}

/** Visits every cell that two cuboids have in common, by its number in each. */
export function visitShared(
  one: Placement,
  other: Placement,
  visit: (cell: number, same: number) => void,
): void {
  const ids = new Set([...one.dimensions, ...other.dimensions].map(({ id }) => id));
  for (const id of [...one.at.keys(), ...other.at.keys()]) ids.add(id);
  let pairs: (readonly [number, number])[] = [[0, 0]];
  for (const id of ids) {
    const a = stepsOf(one, id);
    const b = stepsOf(other, id);
    const from = Math.max(a.from, b.from);
    const to = Math.min(a.to, b.to);
    if (from >= to) return;
    if (to - from === 1) {
      const step: readonly [number, number] = [a.stride * (from - a.from), b.stride * (from - b.from)];
      pairs = pairs.map(([cell, same]) => [cell + step[0], same + step[1]]);
      continue;
    }
    pairs = pairs.flatMap(([cell, same]) =>
      Array.from(
        { length: to - from },
        (_, node) => [cell + node * a.stride, same + node * b.stride] as const,
      ),
    );
  }
  for (const [cell, same] of pairs) visit(cell, same);
}

/** The nodes a cuboid has of a hierarchy, from and up to. */
function stepsOf({ dimensions, at }: Placement, id: string): { from: number; to: number; stride: number } {
  const own = dimensions.find((dimension) => dimension.id === id);
  if (own) return { from: 0, to: own.size, stride: own.stride };
  const node = at.get(id) ?? 0;
  return { from: node, to: node + 1, stride: 0 };
}
