import type { Layout } from '../../pivot/layout.ts';
import type { TableInfo } from '../table-info.ts';

/**
 * The dimensions of a table over which a measure does not add up: persons are counted once however many
 * diagnoses they have. Null where it adds up, and where nobody told.
 */
export function notAdditive(layout: Layout, info: TableInfo, measure: string): readonly string[] | null {
  const additive = info.additiveOver(measure);
  if (!additive) return null;
  const over = [layout.rows, layout.columns].flatMap(({ axis: { dimensions } }) =>
    dimensions
      .filter(({ dimension, total, first }) => {
        const members = first.length - total.reduce((sum, each) => sum + each, 0);
        return members > 1 && !additive.includes(dimension);
      })
      .map(({ dimension }) => dimension),
  );
  return over.length > 0 ? over : null;
}
