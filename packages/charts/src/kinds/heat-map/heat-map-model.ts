import type { CellSet } from '@datakube/contract';
import { chartModel, type ChartModel } from '../../model/chart-model.ts';
import { firstCategories } from '../../model/order.ts';
import type { HeatMapChartOptions } from './heat-map-options.ts';

/** More columns than this would be thinner than what can be pointed at on a wide screen. */
const MAX_COLUMNS = 60;
const defaultLimit = 200;

/** Rows and columns as the cell set has them: shades are compared between neighbours, so their order must mean something. */
export function heatMapModel(cellSet: CellSet, options: HeatMapChartOptions): ChartModel {
  const { measure, limit = defaultLimit } = options;
  return firstCategories(chartModel(cellSet, { measure, along: null, most: MAX_COLUMNS }), limit);
}
