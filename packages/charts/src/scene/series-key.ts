import { fitText } from '../geometry/text-width.ts';
import { shape, text, type Shape } from './shape.ts';

const lineHeight = 20;
const swatch = 12;

/** Names of the series above bars that have several: a swatch and a word each, as many to a line as fit. */
export function seriesKey(
  labels: readonly string[],
  width: number,
  measure: (text: string) => number,
): { height: number; shapes: Shape[] } {
  if (labels.length < 2) return { height: 0, shapes: [] };
  const shapes: Shape[] = [];
  let [x, y] = [0, 0];
  labels.forEach((label, index) => {
    const fitted = fitText(label, width - swatch - 6, measure);
    const room = swatch + 6 + measure(fitted);
    if (x > 0 && x + room > width) [x, y] = [0, y + lineHeight];
    shapes.push(
      shape('rect', { x, y: y + 2, width: swatch, height: swatch, class: `bar series-${index + 1}` }),
    );
    shapes.push(text(fitted, { x: x + swatch + 6, y: y + 12 }));
    x += room + 18;
  });
  return { height: y + lineHeight + 4, shapes };
}
