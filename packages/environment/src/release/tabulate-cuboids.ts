import { KEY_MODULUS, type RawRelease, type RecordKeys } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { Engine } from '../engines/engine.ts';
import { rollUp, shapeOf } from './cuboid-shape.ts';
import { fillCuboid } from './fill-cuboid.ts';
import { populationOf } from './public-population.ts';
import { rawMeasures } from './raw-measures.ts';
import { additiveDimensions, planTabulation } from './tabulation-plan.ts';

export interface TabulateOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each question to the engine. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
  /** Secret record keys: with them the release has `keys`. */
  readonly records?: RecordKeys | undefined;
}

/** A release with its true numbers, and where record keys were given, the keys of its cells. */
export interface TabulatedRelease extends RawRelease {
  /** Per cuboid and cell, the sum of the record keys of the distinct persons, modulo `KEY_MODULUS`. */
  readonly keys?: readonly Float64Array[];
}

/**
 * Counts every cell of every declared cuboid, with all marginals: the input of disclosure control.
 * The result is raw and must not go anywhere else.
 *
 * Measures are the cube's counted measures in the order of the definition, then `population`.
 * Cuboids and their dimensions are in the order of the definition.
 */
export async function tabulateCuboids(
  engine: Engine,
  cube: CubeModel,
  options: TabulateOptions = {},
): Promise<TabulatedRelease> {
  const counted = cube.definition.measures.filter((measure) => measure.kind !== 'rate');
  const shapes = cube.definition.release.cuboids.map((cuboid) => shapeOf(cube, cuboid));
  const values = shapes.map((shape) => counted.map(() => new Float64Array(shape.cells)));
  const keys = options.records && shapes.map((shape) => new Float64Array(shape.cells));
  const steps = planTabulation(cube);
  const ids = counted.map((measure) => measure.id);
  for (const [done, step] of steps.entries()) {
    const groups = await engine.tabulate(cube, step.by, ids, options.signal, options.records);
    const keyed = { keys: groups.keys, values: groups.setKeys ? [groups.setKeys] : [] };
    for (const position of step.cuboids) {
      fillCuboid(cube, shapes[position]!, step.by, groups, values[position]!);
      if (keys) fillCuboid(cube, shapes[position]!, step.by, keyed, [keys[position]!], KEY_MODULUS);
    }
    options.onProgress?.(done + 1, steps.length + 1);
  }
  const additive = additiveDimensions(cube);
  shapes.forEach((shape, position) => {
    shape.dimensions.forEach(({ definition, hierarchy }, index) => {
      if (!additive.has(definition.id)) return;
      const axis = [hierarchy.parent, shape.sizes[index]!, shape.strides[index]!] as const;
      for (const column of values[position]!) rollUp(column, ...axis);
      // Where persons add up, their sets do not overlap, and keys add up too.
      if (keys) rollUp(keys[position]!, ...axis, KEY_MODULUS);
    });
  });
  const residents = await engine.population(cube, options.signal);
  options.onProgress?.(steps.length + 1, steps.length + 1);
  return {
    hierarchies: cube.dimensions.map((dimension) => dimension.hierarchy),
    measures: rawMeasures(cube),
    cuboids: shapes.map((shape, position) => ({
      dimensions: shape.positions,
      depth: shape.depth,
      values: [...values[position]!, populationOf(cube, shape, residents)],
    })),
    ...(keys && { keys }),
  };
}
