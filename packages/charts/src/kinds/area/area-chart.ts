import { type Chart, defineChart } from '../../chart.ts';
import type { LineChartOptions } from '../../chart-options.ts';
import { areaModel } from '../../model/read-cell-set.ts';
import { lineLegend } from '../line/line-legend.ts';
import { areaScene } from './area-scene.ts';
import { describeLayers } from './area-words.ts';

/**
 * Draws layers on one another over time, four at most, always from zero. Only where parts add up.
 *
 * Where a value is hidden its layer has a gap, with hatch on the axis below, and so has every layer above it: their
 * height would tell what is hidden. Order the parts so that those that are seldom hidden come first.
 *
 * @example
 * ```ts
 * element.replaceChildren(areaChart(cellSet, { measure: 'contacts', width: element.clientWidth }));
 * ```
 */
export const areaChart: Chart<LineChartOptions> = defineChart({
  type: 'area',
  walk: 'across',
  model: areaModel,
  scene: areaScene,
  sentence: describeLayers,
  legend: lineLegend,
});
