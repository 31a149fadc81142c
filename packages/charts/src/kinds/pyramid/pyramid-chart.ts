import { type Chart, defineChart } from '../../chart.ts';
import { pyramidModel } from './pyramid-model.ts';
import type { PyramidChartOptions } from './pyramid-options.ts';
import { pyramidScene } from './pyramid-scene.ts';
import { describeLargest } from './pyramid-sentence.ts';

/**
 * Draws an age pyramid: age groups on the rows of a cell set, youngest first as code lists have them and drawn with
 * the oldest on top; the first column to the left and the second to the right, on one scale. With men before women
 * in the cell set, men are to the left. Totals are left out. A hidden value is a hatched stub of fixed length.
 *
 * Below 480 pixels of width up to 22 age groups stand 24 pixels apart, as wide as a finger needs; elsewhere, and for
 * single years of age, more than 12 stand closer: there the table, one key away, has the same numbers in larger rows.
 *
 * For counts of a population by age and sex. For rates by age, or more than two series, use {@link barChart}.
 *
 * @example
 * ```ts
 * const svg = pyramidChart(cellSet, { measure: 'persons', width: element.clientWidth, unit: 'borgere' });
 * element.replaceChildren(svg);
 * ```
 */
export const pyramidChart: Chart<PyramidChartOptions> = defineChart({
  type: 'pyramid',
  walk: 'down',
  model: pyramidModel,
  scene: pyramidScene,
  sentence: describeLargest,
});
