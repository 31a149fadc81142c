import { NOTE_ROW, type PlacedNote } from '../geometry/note-rows.ts';
import { fitText } from '../geometry/text-width.ts';
import { shape, text, type Shape } from './shape.ts';

/** What is written above a plot and the upright line it belongs to. */
export interface DrawnNote {
  readonly text: string;
  readonly look: 'break-line' | 'reference' | 'annotation';
  /** Where the line stands. */
  readonly x: number;
  readonly placed: PlacedNote;
}

/** Upright lines from their note down to `bottom`, as the foot of the plot, and the notes. */
export function noteShapes(
  notes: readonly DrawnNote[],
  { top, bottom }: { readonly top: number; readonly bottom: number | ((note: number) => number) },
  measure: (text: string) => number,
): Shape[] {
  return [
    ...notes.map(({ x, look, placed }, index) =>
      shape('line', {
        x1: x,
        x2: x,
        y1: top + placed.row * NOTE_ROW + 2,
        y2: typeof bottom === 'number' ? bottom : bottom(index),
        class: look,
      }),
    ),
    ...notes.map(({ text: content, placed: { x, side, row, room } }) =>
      text(fitText(content, room, measure), {
        x,
        y: top + row * NOTE_ROW + 12,
        class: side === 'end' ? 'axis halo end' : 'axis halo',
      }),
    ),
  ];
}
