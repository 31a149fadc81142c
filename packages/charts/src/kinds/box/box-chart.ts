import { type Chart, defineChart } from '../../chart.ts';
import { noticesOf } from '../../notices.ts';
import { boxModel } from './box-model.ts';
import type { BoxChartOptions } from './box-options.ts';
import { boxScene } from './box-scene.ts';
import { boxReading, boxTable, describeMedians } from './box-words.ts';

/**
 * Draws how the values shown are distributed over members, as rates over municipalities: a box for each column, and
 * for each parent where parents stand above their children. The box holds the middle half, the line in it is the
 * median, and the whiskers reach to the smallest and the largest value shown. Of fewer than five values shown each is
 * a dot. How many members are shown and hidden is written beside each box.
 *
 * Nothing is revealed: every number drawn is a function of numbers that are published, and hidden values have no part
 * in it. For the same reason a box is that of the values shown, which the notices say where any are hidden.
 *
 * For rates and shares. Boxes of counts would show above all how many live where.
 *
 * @example
 * ```ts
 * const svg = boxChart(cellSet, { decimals: 1, members: 'kommuner', highlight: '846' });
 * element.replaceChildren(svg);
 * ```
 */
export const boxChart: Chart<BoxChartOptions> = defineChart({
  type: 'box',
  walk: 'down',
  model: boxModel,
  scene: boxScene,
  sentence: describeMedians,
  table: boxTable,
  notices: (cellSet, model, options) => [
    ...noticesOf(cellSet, model, options),
    ...boxReading(model, options.language ?? 'da'),
  ],
});
