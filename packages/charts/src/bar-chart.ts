import type { CellSet } from '@datakube/contract';
import type { BarChartOptions } from './chart-options.ts';
import { barScene } from './scene/bar-scene.ts';
import { drawChart } from './scene/draw.ts';

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
export function barChart(cellSet: CellSet, options: BarChartOptions = {}): SVGSVGElement {
  return drawChart(barScene(cellSet, options));
}
