import { classText, type ValueClass } from '../geometry/classes.ts';
import type { Writing } from '../words.ts';
import { shape, text, type Shape } from './shape.ts';

const swatch = { width: 56, height: 12 };
const lineHeight = 34;

/** The classes of a chart below it: a swatch with its range in words under it, as many to a line as fit. */
export function classKey(
  classes: readonly ValueClass[],
  writing: Writing,
  width: number,
  measure: (text: string) => number,
): { lines: number; shapes: (top: number) => Shape[] } {
  const texts = classes.map((each) => classText(each, writing));
  // Narrower swatches rather than a second line, as long as the words have room.
  const share = (width + 5) / Math.max(1, classes.length) - 5;
  const pitch = Math.max(Math.min(swatch.width, share), ...texts.map((words) => measure(words) + 4)) + 5;
  const perLine = Math.max(1, Math.floor((width + 5) / pitch));
  return {
    lines: Math.ceil(classes.length / perLine),
    shapes: (top) =>
      classes.flatMap(({ shade }, index) => {
        const x = (index % perLine) * pitch;
        const y = top + Math.floor(index / perLine) * lineHeight;
        return [
          shape('rect', {
            x: x + 0.5,
            y: y + 0.5,
            width: pitch - 5,
            height: swatch.height,
            class: `step class-${shade}`,
          }),
          text(texts[index] ?? '', { x, y: y + 25, class: 'axis' }),
        ];
      }),
  };
}
