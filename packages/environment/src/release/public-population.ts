import type { CubeModel } from '../cubes/cube-model.ts';
import type { RawGroups } from '../engines/engine.ts';
import { timeOf } from '../engines/request.ts';
import { ancestorAt, type CuboidShape, rollUp } from './cuboid-shape.ts';

/**
 * Citizens resident at the end of the year, for each cell of a cuboid. Summed over the dimensions for
 * which population figures are public; the same number along all other dimensions; quarters and
 * months take their year's. A cuboid can therefore show a rate per citizen wherever it has a count.
 */
export function populationOf(cube: CubeModel, shape: CuboidShape, residents: RawGroups): Float64Array {
  const time = timeOf(cube);
  const years = time.hierarchy.nodesTo[1]!;
  const axes = cube.definition.population.public.map((id) => {
    const dimension = cube.dimension(id)!;
    const at = shape.dimensions.indexOf(dimension);
    return { dimension, at, depth: at < 0 ? 0 : shape.depth[at]! };
  });
  const sizes = [years, ...axes.map(({ dimension, depth }) => dimension.hierarchy.nodesTo[depth]!)];
  const strides = sizes.map((_, index) =>
    sizes.slice(index + 1).reduce((product, size) => product * size, 1),
  );
  const table = new Float64Array(sizes.reduce((product, size) => product * size, 1));
  const nodes = axes.map(({ dimension, depth }) =>
    dimension.leaves.map((leaf) => ancestorAt(dimension, leaf, depth)),
  );
  residents.values[0]?.forEach((persons, group) => {
    let cell = residents.keys[0]![group]! * strides[0]!;
    nodes.forEach((node, axis) => (cell += node[residents.keys[axis + 1]![group]!]! * strides[axis + 1]!));
    table[cell]! += persons;
  });
  axes.forEach(({ dimension }, axis) =>
    rollUp(table, dimension.hierarchy.parent, sizes[axis + 1]!, strides[axis + 1]!),
  );

  const contributions = shape.dimensions.map((dimension, index) => {
    const axis = axes.findIndex(({ at }) => at === index);
    return Float64Array.from({ length: shape.sizes[index]! }, (_, node) => {
      if (dimension === time) return ancestorAt(time, node, 1) * strides[0]!;
      return axis < 0 ? 0 : node * strides[axis + 1]!;
    });
  });
  const population = new Float64Array(shape.cells);
  for (let cell = 0; cell < shape.cells; cell++) {
    let at = 0;
    for (let index = 0; index < contributions.length; index++) {
      at += contributions[index]![Math.floor(cell / shape.strides[index]!) % shape.sizes[index]!]!;
    }
    population[cell] = table[at]!;
  }
  return population;
}
