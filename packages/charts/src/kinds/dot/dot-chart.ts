import { legendWithReferences } from '../../chart-legend.ts';
import { type Chart, defineChart } from '../../chart.ts';
import { barModel } from '../../model/read-cell-set.ts';
import { describeExtremes } from '../../sentences/extremes.ts';
import type { DotChartOptions } from './dot-options.ts';
import { dotScene } from './dot-scene.ts';

/**
 * Draws a dot plot: a row for each member on the rows of a cell set, a dot for each column, and a line between the
 * outermost dots of a row. Each column has a shape of its own and its name above the first row. Totals are left out.
 * A hidden value is hatch of fixed size left of the scale, never at a place on it.
 *
 * For two years of the same places, or for values that differ little: the axis need not begin at zero, as a dot is
 * read by its position (Cleveland and McGill 1984, doi:10.1080/01621459.1984.10478080).
 *
 * @example
 * ```ts
 * const svg = dotChart(cellSet, { measure: 'prevalence', decimals: 1, highlight: '846' });
 * element.replaceChildren(svg);
 * ```
 */
export const dotChart: Chart<DotChartOptions> = defineChart({
  type: 'dot',
  walk: 'down',
  model: barModel,
  scene: dotScene,
  sentence: describeExtremes,
  legend: legendWithReferences,
});
