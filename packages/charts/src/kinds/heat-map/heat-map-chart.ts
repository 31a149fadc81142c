import { type Chart, defineChart } from '../../chart.ts';
import { legendOf } from '../../chart-legend.ts';
import { describeExtremes } from '../../sentences/extremes.ts';
import { heatMapModel } from './heat-map-model.ts';
import type { HeatMapChartOptions } from './heat-map-options.ts';
import { heatMapScene } from './heat-map-scene.ts';

/**
 * Draws a square for every cell, rows by columns, in the order of the cell set. The shade is one of at most five
 * classes with about as many of the values shown in each, between round bounds; the number is written in the square
 * where all numbers fit. Totals are left out. A hidden value is a hatched square, without a shade.
 *
 * Quantile classes, since values in health data are skewed and classes of equal width would put most squares in the
 * first; readers of maps of rates do best with them (Brewer and Pickle 2002, doi:10.1111/1467-8306.00310).
 *
 * For rates and shares in two directions: disease by age, municipality by year. Shades of counts show above all
 * where most people live.
 *
 * @example
 * ```ts
 * const svg = heatMapChart(cellSet, { measure: 'prevalence', decimals: 1, width: element.clientWidth });
 * element.replaceChildren(svg);
 * ```
 */
export const heatMapChart: Chart<HeatMapChartOptions> = defineChart({
  type: 'heat-map',
  walk: 'down',
  model: heatMapModel,
  scene: heatMapScene,
  sentence: describeExtremes,
  legend: (model, writing, options) => {
    const entries = legendOf(model, writing, options);
    const empty = model.series.some(({ values }) =>
      values.some(({ kind }) => kind === 'missing' || kind === 'not-applicable'),
    );
    const text = writing.language === 'da' ? 'Ingen tal' : 'No number';
    return empty ? [...entries, { kind: 'empty', text }] : entries;
  },
});
