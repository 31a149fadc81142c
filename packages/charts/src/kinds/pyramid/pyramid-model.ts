import type { CellSet } from '@datakube/contract';
import { chartModel, type ChartModel } from '../../model/chart-model.ts';
import { reverseCategories } from '../../model/order.ts';
import { plottedTuples } from '../../model/plotted-tuples.ts';
import type { PyramidChartOptions } from './pyramid-options.ts';

/** Age groups, the oldest first as they stand in the drawing, and the two sides: the first two members across. */
export function pyramidModel(cellSet: CellSet, options: PyramidChartOptions): ChartModel {
  const { measure, ageDimension = agesAcross(cellSet) } = options;
  return reverseCategories(chartModel(cellSet, { measure, along: ageDimension, most: 2 }));
}

/** The dimension of the columns where the age groups can only be there; null for the rows. */
function agesAcross({ rows, columns }: CellSet): string | null {
  const across = plottedTuples(columns);
  if (plottedTuples(rows).length > 2 || across.length <= 2) return null;
  return across[0]?.tuple[0]?.dimension ?? null;
}
