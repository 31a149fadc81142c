import { entryOf } from '../../pivot/axis.ts';
import type { AxisLayout, Layout } from '../../pivot/layout.ts';
import type { TableInfo } from '../table-info.ts';

/** The rows and columns of a table that are spoken of: those that show, or those of a block in it. */
export type Shown = Pick<Layout, 'rows' | 'columns'>;

/**
 * The dimensions of a table over which a measure does not add up: persons are counted once however many
 * diagnoses they have. Null where it adds up, and where nobody told.
 */
export function notAdditive(shown: Shown, info: TableInfo, measure: string): readonly string[] | null {
  const additive = info.additiveOver(measure);
  if (!additive) return null;
  const over = [shown.rows, shown.columns].flatMap((side) =>
    side.axis.dimensions
      .map(({ dimension }) => dimension)
      .filter((dimension, d) => !additive.includes(dimension) && hasSeveral(side, d)),
  );
  return over.length > 0 ? over : null;
}

/** True where more than one member of a dimension shows, the total left out. */
function hasSeveral({ axis, order }: AxisLayout, d: number): boolean {
  const { nodeOf, total } = axis.dimensions[d]!;
  let code: string | undefined;
  for (const tuple of order) {
    const node = nodeOf[tuple]!;
    if (total[node]) continue;
    const next = entryOf(axis, d, node).code;
    if (code !== undefined && next !== code) return true;
    code = next;
  }
  return false;
}
