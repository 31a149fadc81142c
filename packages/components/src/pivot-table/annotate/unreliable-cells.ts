import { FLAGS } from '@datakube/contract';
import { cellIndex } from '../../pivot/cell.ts';
import { cellName } from '../../pivot/cell-words.ts';
import type { CellAnnotations } from '../annotations.ts';
import type { AnnotateTexts } from './annotate.texts.ts';

const UNRELIABLE = 1 << FLAGS.indexOf('unreliable');

/** Marks the cells whose number rests on few, in sight and by name. */
export function unreliableCells(texts: AnnotateTexts): CellAnnotations['paint'] {
  const letter = texts.unreliableMark.slice(1, -1);
  return ({ layout, words }, cells, row, { first, end }, { window, measure }) => {
    for (let column = first; column < end; column++) {
      const cell = cells[column - window.first]!;
      const { flags } = layout.measureColumns[measure[column - window.first]!]!;
      if (flags && flags[cellIndex(layout, row, column)]! & UNRELIABLE) {
        cell.element.dataset['flag'] = letter;
        cell.element.setAttribute(
          'aria-label',
          `${cellName(layout, row, column, words.spoken)}, ${texts.unreliable}`,
        );
        cell.named = true;
      } else if (cell.element.dataset['flag']) delete cell.element.dataset['flag'];
    }
  };
}
