import { fitText } from '../geometry/text-width.ts';
import { shape, text, type Shape } from './shape.ts';

/** Lines across a plot at the numbers that the page remarks on, each with its remark at the left end. */
export function levelShapes(
  levels: readonly { readonly y: number; readonly textY: number; readonly text: string }[],
  { left, right }: { readonly left: number; readonly right: number },
  measure: (text: string) => number,
): Shape[] {
  return levels.flatMap(({ y, textY, text: content }) => [
    shape('line', { x1: left - 8, x2: right + 6, y1: y, y2: y, class: 'annotation' }),
    text(fitText(content, right - left, measure), { x: left - 6, y: textY - 4, class: 'axis halo' }),
  ]);
}
