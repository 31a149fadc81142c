import { type Chart, defineChart } from '../../chart.ts';
import { legendWithReferences } from '../../chart-legend.ts';
import type { BarChartOptions } from '../../chart-options.ts';
import { barModel } from '../../model/read-cell-set.ts';
import { describeExtremes } from '../../sentences/extremes.ts';
import { barScene } from './bar-scene.ts';

/**
 * Draws bars for the members on the rows of a cell set, one colour for each column. Totals and subtotals are
 * left out. A hidden value is a hatched stub of fixed length.
 *
 * The drawing takes its colours from {@link chartStyles}, which must be in the same document or shadow root.
 *
 * @example
 * ```ts
 * const svg = barChart(cellSet, { measure: 'persons', width: element.clientWidth, unit: 'borgere' });
 * element.replaceChildren(svg);
 * ```
 */
export const barChart: Chart<BarChartOptions> = defineChart({
  type: 'bar',
  walk: 'down',
  model: barModel,
  scene: barScene,
  sentence: describeExtremes,
  legend: legendWithReferences,
});
