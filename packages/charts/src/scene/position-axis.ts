import type { PositionScale } from '../geometry/position-scale.ts';
import type { Plot } from '../geometry/upright-scale.ts';
import { formatNumber } from '../numbers.ts';
import type { Writing } from '../words.ts';
import { shape, text, type Shape } from './shape.ts';

/** Grid, a line along the foot of the plot, and the numbers below. */
export function positionAxis(
  { left, right, top, bottom }: Plot,
  ticks: PositionScale['ticks'],
  { language }: Writing,
): Shape[] {
  return [
    ...ticks.map(({ x }) => shape('line', { x1: x, x2: x, y1: top, y2: bottom, class: 'grid' })),
    shape('line', { x1: left, x2: right, y1: bottom, y2: bottom, class: 'base' }),
    ...ticks.map(({ x, value, decimals }) =>
      text(formatNumber(value, language, decimals), { x, y: bottom + 16, class: 'axis middle' }),
    ),
  ];
}
