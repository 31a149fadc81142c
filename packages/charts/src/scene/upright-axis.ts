import type { Plot, UprightScale } from '../geometry/upright-scale.ts';
import { formatNumber } from '../numbers.ts';
import type { Writing } from '../words.ts';
import { shape, text, type Shape } from './shape.ts';

/** Grid, the line of zero and the numbers below, for horizontal bars. `unit` follows each number, as ` %` does. */
export function uprightAxis(
  plot: Plot,
  { base, ticks }: Pick<UprightScale, 'base' | 'ticks'>,
  { language }: Writing,
  unit = '',
): Shape[] {
  const upright = (x: number, name: string): Shape =>
    shape('line', { x1: x, x2: x, y1: plot.top, y2: plot.bottom, class: name });
  return [
    ...ticks.filter(({ x }) => x !== base).map(({ x }) => upright(x, 'grid')),
    upright(base, 'base'),
    ...ticks.map(({ x, value, decimals }) =>
      text(`${formatNumber(value, language, decimals)}${unit}`, {
        x,
        y: plot.bottom + 14,
        class: 'axis middle',
      }),
    ),
  ];
}
