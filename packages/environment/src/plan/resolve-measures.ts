import type { MeasureDefinition } from '@datakube/contract';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { ComplainAt } from './complain-at.ts';

/** The measures a query asks for, in its order. */
export function resolveMeasures(
  ids: readonly string[],
  cube: CubeModel,
  complain: ComplainAt,
): MeasureDefinition[] {
  return ids.flatMap((id, index) => {
    const measure = cube.measure(id);
    if (!measure) complain(`/measures/${index}`, 'The cube has no such measure');
    else if (ids.indexOf(id) < index) complain(`/measures/${index}`, 'This measure is asked for twice');
    return measure ?? [];
  });
}
