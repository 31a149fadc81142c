import type { TimeAxis } from '../geometry/time-axis.ts';
import type { Tick } from '../geometry/value-scale.ts';
import type { Category } from '../model/series.ts';
import { formatNumber } from '../numbers.ts';
import type { Writing } from '../words.ts';
import { shape, text, type Shape } from './shape.ts';

/** What is needed to draw the axes of a plot over time. */
export interface TimePlot extends TimeAxis {
  readonly plot: { readonly left: number; readonly right: number; readonly bottom: number };
  readonly floor: number;
  readonly ticks: readonly (Tick & { readonly y: number })[];
}

/** Grid, the line of the lowest value, numbers beside and periods below. */
export function timeAxes(
  { plot, floor, ticks, xs, labelled }: TimePlot,
  categories: readonly Category[],
  writing: Writing,
): Shape[] {
  const across = (y: number, name: string): Shape =>
    shape('line', { x1: plot.left - 8, x2: plot.right + 6, y1: y, y2: y, class: name });
  return [
    ...ticks.map(({ y }) => across(y, y === floor ? 'base' : 'grid')),
    ...(ticks.some(({ y }) => y === floor) ? [] : [across(floor, 'base')]),
    ...ticks.map(({ y, value, decimals }) =>
      text(formatNumber(value, writing.language, decimals), {
        x: plot.left - 14,
        y: y + 4,
        class: 'axis end',
      }),
    ),
    ...labelled.map((category) =>
      text(categories[category]?.label ?? '', {
        x: xs[category] ?? 0,
        y: plot.bottom + 17,
        class: 'axis middle',
      }),
    ),
  ];
}
