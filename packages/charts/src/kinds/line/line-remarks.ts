import { levelShapes } from '../../scene/levels.ts';
import { noteShapes } from '../../scene/notes.ts';
import type { Shape } from '../../scene/shape.ts';
import type { LineGeometry } from './line-geometry.ts';
import type { LineNote } from './line-notes.ts';

/** Breaks and remarks of the page over a plot over time: at periods above it, at numbers across it. */
export function remarkShapes(
  geometry: Pick<LineGeometry, 'floor' | 'levels' | 'notes' | 'plot'>,
  notes: readonly LineNote[],
  levels: readonly { readonly text: string }[],
  measure: (text: string) => number,
): Shape[] {
  return [
    ...levelShapes(
      geometry.levels.map((level, index) => ({ ...level, text: levels[index]?.text ?? '' })),
      geometry.plot,
      measure,
    ),
    ...noteShapes(
      geometry.notes.map((note, index) => ({
        ...note,
        text: notes[index]?.text ?? '',
        look: notes[index]?.before === true ? 'break-line' : 'annotation',
      })),
      { top: 0, bottom: geometry.floor },
      measure,
    ),
  ];
}
