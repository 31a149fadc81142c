import { type ProtectedTable, PUBLISHED } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';

/**
 * The last look before anything is stored: every published count of persons is 0 or at least the
 * threshold, and the measures of a cell are published together or not at all. Independent of how the
 * tables were protected.
 *
 * @throws Error when it does not hold; the release must then not be published
 */
export function checkPublished(cube: CubeModel, tables: readonly ProtectedTable[]): void {
  const { measures, policy } = cube.definition;
  const persons = measures.filter((measure) => measure.kind === 'persons').map((measure) => measure.id);
  const counted = measures.filter((measure) => measure.kind !== 'rate').map((measure) => measure.id);
  for (const table of tables) {
    const columns = counted.map((id) => table.columns(table.shape.measures.indexOf(id)));
    const counts = persons.map((id) => columns[counted.indexOf(id)]!);
    for (let cell = 0; cell < table.cells; cell++) {
      for (const { value, status } of counts) {
        if (status[cell] === PUBLISHED && value[cell]! > 0 && value[cell]! < policy.threshold) {
          throw new Error('A count of persons below the threshold would have been published');
        }
      }
      if (columns.some(({ status }) => status[cell] !== columns[0]!.status[cell])) {
        throw new Error('The measures of a cell would have been published in part');
      }
    }
  }
}
