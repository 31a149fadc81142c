import type { CellSet } from '@datakube/contract';
import type { LineChartOptions } from './chart-options.ts';
import { drawChart } from './scene/draw.ts';
import { lineScene } from './scene/line-scene.ts';

/**
 * Draws lines over time: one for each combination of the other members, four at most. A hidden value is a gap
 * in the line, with hatch on the axis below, never at a height.
 *
 * The drawing takes its colours from {@link chartStyles}, which must be in the same document or shadow root.
 *
 * @example
 * ```ts
 * const svg = lineChart(cellSet, { measure: 'contacts-per-1000', decimals: 1, width: 616 });
 * element.replaceChildren(svg);
 * ```
 */
export function lineChart(cellSet: CellSet, options: LineChartOptions = {}): SVGSVGElement {
  return drawChart(lineScene(cellSet, options));
}
