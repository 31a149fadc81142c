import type { CellSet } from '@datakube/contract';
import { legendOf } from '../../chart-legend.ts';
import type { BarChartOptions } from '../../chart-options.ts';
import { tableOf } from '../../chart-table.ts';
import { type Chart, defineChart } from '../../chart.ts';
import { writingOf } from '../../model/read-cell-set.ts';
import { shareModel, shareOf } from '../../model/share-model.ts';
import { noticesOf } from '../../notices.ts';
import { chart } from '../../scene/mark.ts';
import { text, type Shape } from '../../scene/shape.ts';
import { incomplete } from '../../sentences/parts.ts';
import { estimateTextWidth } from '../../geometry/text-width.ts';
import { wrapText } from '../../geometry/wrap-text.ts';
import type { Part } from '../stacked-bar/stack-geometry.ts';
import { stackScene } from '../stacked-bar/stack-scene.ts';
import { describeShares, refusalText, shareWriting, spokenShare } from './share-words.ts';

/**
 * Draws the parts of each name of a cell set as shares of its whole.
 *
 * Shares come from behind the gate where the cell set has them: the measure with `.row-share`, or `.column-share`
 * where the names are on the columns. Where it has the numbers and their total instead, a part is drawn as long as it
 * compares with the total, both being cells that are shown; then the two numbers are said and no per cent is written.
 * With neither, or where the parts come to more than the whole, nothing is drawn but the reason.
 *
 * A hidden part is a hatched stub of fixed size beside the scale, as in {@link stackedBarChart}.
 *
 * @example
 * ```ts
 * element.replaceChildren(shareBarChart(cellSet, { measure: 'persons', width: element.clientWidth }));
 * ```
 */
export const shareBarChart: Chart<BarChartOptions> = defineChart({
  type: 'share-bar',
  walk: 'down',
  model: shareModel,
  scene,
  sentence: describeShares,
  legend: (model, writing, options) =>
    model.refusal ? [] : legendOf(model, shareWriting(model, writing), options),
  table: (model, writing) => tableOf(model, shareWriting(model, writing)),
  notices: (cellSet, model, options) =>
    model.refusal ? [] : [...noticesOf(cellSet, model, options), ...incomplete(model, writingOf(options))],
});

function scene(cellSet: CellSet, options: BarChartOptions): Shape {
  const model = shareModel(cellSet, options);
  const writing = writingOf(options);
  const label = options.label ?? describeShares(model, writing);
  if (model.refusal) return refused(refusalText(model.refusal, writing.language), label, options);
  const stack = {
    model,
    lengths: model.categories.map((_, category) =>
      model.series.map((_each, series) => shareOf(model, category, series)),
    ),
    numbers: [0, 100],
    axisUnit: writing.language === 'da' ? '\u00a0%' : '%',
    label,
    markLabel: (part: Part) => {
      const names = [model.categories[part.category]?.label, model.series[part.series]?.label];
      return `${names.filter(Boolean).join(', ')}: ${spokenShare(model, part, writing)}`;
    },
  };
  return stackScene(stack, shareWriting(model, writing), options);
}

/** A plot that holds nothing but why it is empty. */
function refused(
  reason: string,
  label: string,
  { width = 640, measureText = estimateTextWidth }: BarChartOptions,
): Shape {
  const lines = wrapText(reason, width, measureText);
  return chart(
    { width, height: 16 * lines.length + 16 },
    label,
    lines.map((line, at) => text(line, { x: 0, y: 20 + 16 * at, class: 'axis' })),
    [],
  );
}
