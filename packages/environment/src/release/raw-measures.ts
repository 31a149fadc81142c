import type { RawMeasure } from '@datakube/disclosure';
import { POPULATION } from '../cubes/check-definition.ts';
import type { CubeModel } from '../cubes/cube-model.ts';

/** The measures that are counted, in the order of the definition, then the population. */
export function rawMeasures(cube: CubeModel): RawMeasure[] {
  const over = (ids: readonly string[]): boolean[] =>
    cube.dimensions.map(({ definition }) => ids.includes(definition.id));
  return [
    ...cube.definition.measures.flatMap((measure): RawMeasure[] =>
      measure.kind === 'rate'
        ? []
        : [{ id: measure.id, kind: measure.kind, additiveOver: over(measure.additiveOver) }],
    ),
    { id: POPULATION, kind: 'public', additiveOver: over(cube.definition.population.public) },
  ];
}
