import type { CellSet } from '@datakube/contract';
import type { BarChartOptions, ChartOptions } from '../chart-options.ts';
import type { Writing } from '../words.ts';
import { chartModel, type ChartModel } from './chart-model.ts';
import { firstCategories, orderByValue } from './order.ts';

/** How many groups of bars are drawn where no limit is given. */
export const DEFAULT_LIMIT = 200;

/** The model of a bar chart: along names, in the order that was asked for. */
export function barModel(cellSet: CellSet, options: BarChartOptions): ChartModel {
  const { measure, references, order = 'value', language = 'da', limit = DEFAULT_LIMIT } = options;
  const model = chartModel(cellSet, { measure, along: null, references });
  return firstCategories(order === 'value' ? orderByValue(model, language) : model, limit);
}

/** The model of stacked bars: parts along names, with the whole where it is in the cell set. */
export function stackModel(cellSet: CellSet, options: BarChartOptions): ChartModel {
  const { measure, references, order = 'value', language = 'da', limit = DEFAULT_LIMIT } = options;
  const model = chartModel(cellSet, { measure, along: null, beside: references, whole: true });
  return firstCategories(order === 'value' ? orderByValue(model, language) : model, limit);
}

/** The model of a line chart: along time. */
export function lineModel(cellSet: CellSet, options: ChartOptions): ChartModel {
  const { measure, references, timeDimension = 'time' } = options;
  return chartModel(cellSet, { measure, along: timeDimension, references });
}

/** The model of stacked areas: along time, with nothing to compare with, for a line over layers would seem to be one. */
export function areaModel(cellSet: CellSet, { measure, timeDimension = 'time' }: ChartOptions): ChartModel {
  return chartModel(cellSet, { measure, along: timeDimension });
}

/** How the values of a chart are written. */
export function writingOf({ language = 'da', decimals = 0, unit = '' }: ChartOptions): Writing {
  return { language, decimals, unit };
}
