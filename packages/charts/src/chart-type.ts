import type { CellSet, ChartType } from '@datakube/contract';
import type { ChartOptions } from './chart-options.ts';
import { chartModel, MAX_SERIES } from './model/chart-model.ts';

/**
 * The chart that suits a cell set: a line where there is time on an axis, with at least two periods, and no
 * more series than lines can be told apart; bars otherwise.
 */
export function chartType(
  cellSet: CellSet,
  { measure, timeDimension = 'time' }: ChartOptions = {},
): ChartType {
  const onAxis = [cellSet.rows, cellSet.columns].some((tuples) =>
    tuples.some((tuple) => tuple.some((entry) => entry.dimension === timeDimension)),
  );
  if (!onAxis) return 'bar';
  const { categories, series, leftOut } = chartModel(cellSet, {
    measure,
    along: timeDimension,
    reference: false,
  });
  return categories.length > 1 && series.length + leftOut.series <= MAX_SERIES ? 'line' : 'bar';
}
