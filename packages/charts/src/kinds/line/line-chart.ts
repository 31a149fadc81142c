import { type Chart, defineChart } from '../../chart.ts';
import type { LineChartOptions } from '../../chart-options.ts';
import { lineModel } from '../../model/read-cell-set.ts';
import { describeCourse } from '../../sentences/course.ts';
import { lineLegend } from './line-legend.ts';
import { lineScene } from './line-scene.ts';

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
export const lineChart: Chart<LineChartOptions> = defineChart({
  type: 'line',
  walk: 'across',
  model: lineModel,
  scene: lineScene,
  sentence: describeCourse,
  legend: lineLegend,
});
