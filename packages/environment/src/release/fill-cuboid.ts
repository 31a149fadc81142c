import type { CubeModel } from '../cubes/cube-model.ts';
import type { Grouping, RawGroups } from '../engines/engine.ts';
import { ancestorAt, type CuboidShape } from './cuboid-shape.ts';

/**
 * Adds the groups of an answer into the cells they belong to. A group that is finer than the cuboid
 * goes to the ancestor; a dimension that the answer leaves out stands at its total.
 *
 * @param values one array per measure, written to
 * @param modulus of the sums: for keys of sets, which are added modulo a prime. Default none
 */
export function fillCuboid(
  cube: CubeModel,
  shape: CuboidShape,
  by: readonly Grouping[],
  groups: Pick<RawGroups, 'keys' | 'values'>,
  values: readonly Float64Array[],
  modulus = Infinity,
): void {
  const steps = by.map(({ dimension, level }) => stepsOf(cube, shape, dimension, level));
  const count = groups.values[0]?.length ?? 0;
  for (let group = 0; group < count; group++) {
    let cell = 0;
    for (let index = 0; index < steps.length; index++) cell += steps[index]![groups.keys[index]![group]!]!;
    for (let measure = 0; measure < values.length; measure++) {
      const column = values[measure]!;
      const sum = column[cell]! + groups.values[measure]![group]!;
      column[cell] = sum < modulus ? sum : sum % modulus;
    }
  }
}

/** For each member of the asked level, what it adds to the cell number. */
function stepsOf(cube: CubeModel, shape: CuboidShape, id: string, level: string): Float64Array {
  const dimension = cube.dimension(id)!;
  const asked = dimension.depthOf.get(level)!;
  const first = dimension.hierarchy.nodesTo[asked - 1]!;
  const steps = new Float64Array(dimension.hierarchy.nodesTo[asked]! - first);
  const at = shape.dimensions.indexOf(dimension);
  if (at < 0) return steps;
  return steps.map(
    (_, position) => ancestorAt(dimension, first + position, shape.depth[at]!) * shape.strides[at]!,
  );
}
