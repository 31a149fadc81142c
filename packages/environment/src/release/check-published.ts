import type { Policy } from '@datakube/contract';
import { PERTURBED, type ProtectedTable, PUBLISHED, ROUNDED, SUPPRESSED } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';

/**
 * The last look before anything is stored: every count of persons is 0 or at least the threshold, every cell has
 * a status of the cube's method, rounded numbers are multiples of the base, and the measures of a cell are
 * published together or not at all. Independent of how the tables were protected.
 *
 * @throws Error when it does not hold; the release must then not be published
 */
export function checkPublished(cube: CubeModel, tables: readonly ProtectedTable[]): void {
  const { measures, policy } = cube.definition;
  const persons = measures.filter((measure) => measure.kind === 'persons').map((measure) => measure.id);
  const counted = measures.filter((measure) => measure.kind !== 'rate').map((measure) => measure.id);
  const allowed = statusesOf(policy);
  // A multiple of the base may stand for a count at the threshold: 4 is rounded to 3.
  const least = policy.method === 'round' ? policy.base : policy.threshold;
  for (const table of tables) {
    const columns = counted.map((id) => table.columns(table.shape.measures.indexOf(id)));
    const counts = persons.map((id) => columns[counted.indexOf(id)]!);
    for (let cell = 0; cell < table.cells; cell++) {
      for (const { value, status } of counts) {
        if (status[cell] !== SUPPRESSED && value[cell]! > 0 && value[cell]! < least) {
          throw new Error('A count of persons below the threshold would have been published');
        }
      }
      for (const { value, status } of columns) {
        if (status[cell] !== columns[0]!.status[cell]) {
          throw new Error('The measures of a cell would have been published in part');
        }
        if (!allowed.includes(status[cell]!)) {
          throw new Error('A number would have been published that the policy does not know');
        }
        if (policy.method === 'round' && value[cell]! % policy.base !== 0) {
          throw new Error('A number would have been published that is not rounded');
        }
      }
    }
  }
}

/** What a cell of a cube with this policy can be. */
function statusesOf({ method }: Policy): readonly number[] {
  switch (method) {
    case 'suppress':
      return [PUBLISHED, SUPPRESSED];
    case 'round':
      return [ROUNDED, SUPPRESSED];
    case 'perturb':
      return [PERTURBED];
  }
}
