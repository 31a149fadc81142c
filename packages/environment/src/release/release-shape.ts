import type { CuboidDefinition } from '@datakube/contract';
import type { ReleaseShape } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import { shapeOf } from './cuboid-shape.ts';
import { joinReleases } from './join-releases.ts';
import { rawMeasures } from './raw-measures.ts';
import { placeIn } from './tabulate-family.ts';

/**
 * What everybody knows about the release of a family: its form, without the numbers.
 *
 * @param cuboidsOf tables of each cube. Default: those of its definition
 */
export function releaseShape(
  family: readonly CubeModel[],
  cuboidsOf: (cube: CubeModel) => readonly CuboidDefinition[] = (cube) => cube.definition.release.cuboids,
): ReleaseShape {
  return joinReleases(
    family.map((cube) => {
      const measures = rawMeasures(cube);
      const cuboids = cuboidsOf(cube).map((cuboid) => {
        const { positions, depth } = shapeOf(cube, cuboid);
        return { dimensions: positions, depth, values: measures.map(() => new Float64Array(0)) };
      });
      const hierarchies = cube.dimensions.map((dimension) => dimension.hierarchy);
      return { release: { hierarchies, measures, cuboids }, at: placeIn(family, cube) };
    }),
  );
}
