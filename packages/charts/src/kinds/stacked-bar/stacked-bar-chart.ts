import type { CellSet } from '@datakube/contract';
import { type Chart, defineChart } from '../../chart.ts';
import type { BarChartOptions } from '../../chart-options.ts';
import { stackModel, writingOf } from '../../model/read-cell-set.ts';
import { noticesOf } from '../../notices.ts';
import { markLabel } from '../../scene/mark-label.ts';
import type { Shape } from '../../scene/shape.ts';
import { describeParts, incomplete } from '../../sentences/parts.ts';
import type { Part } from './stack-geometry.ts';
import { stackScene } from './stack-scene.ts';

/**
 * Draws the parts of each name of a cell set one after another, in the order of the columns. Only where parts add up:
 * persons are counted once in each part, and often in several.
 *
 * A hidden part is not in the stack: it is a hatched stub of fixed size beside the scale, and what is said of the chart
 * tells that the bar is without it. A total is written only where it is a cell of the cell set that is shown. Members
 * to compare with are bars of their own, last.
 *
 * @example
 * ```ts
 * element.replaceChildren(stackedBarChart(cellSet, { measure: 'contacts', width: element.clientWidth }));
 * ```
 */
export const stackedBarChart: Chart<BarChartOptions> = defineChart({
  type: 'stacked-bar',
  walk: 'down',
  model: stackModel,
  scene,
  sentence: describeParts,
  notices: (cellSet, model, options) => [
    ...noticesOf(cellSet, model, options),
    ...incomplete(model, writingOf(options)),
  ],
});

function scene(cellSet: CellSet, options: BarChartOptions): Shape {
  const model = stackModel(cellSet, options);
  const writing = writingOf(options);
  const stack = {
    model,
    lengths: model.categories.map((_, category) =>
      model.series.map(({ values }) => {
        const value = values[category];
        return value?.kind === 'shown' ? value.value : null;
      }),
    ),
    numbers: [],
    axisUnit: '',
    label: options.label ?? describeParts(model, writing),
    markLabel: (part: Part) => markLabel(model, part, writing),
  };
  return stackScene(stack, writing, options);
}
