import { FLAGS } from '@datakube/contract';
import type { Axis } from '../../pivot/axis.ts';
import type { Annotations, CellAnnotations } from '../annotations.ts';
import type { AnnotationSubject } from '../late-annotations.ts';
import { annotateStyles } from './annotate.styles.ts';
import { texts } from './annotate.texts.ts';
import { footnotes } from './footnotes.ts';
import { markHeader } from './header-mark.ts';
import { HeaderNotes, type HeaderNote } from './header-notes.ts';
import { explanations } from './explanations.ts';
import type { shade as Shade } from './shade.ts';
import { unreliableCells } from './unreliable-cells.ts';

const UNRELIABLE = 1 << FLAGS.indexOf('unreliable');

/**
 * What is to be said of a table beside its numbers: flags and notes of members and measures in their headers
 * and below the table, marks of cells, the reader's own members.
 *
 * @param shade where numbers are to be shaded
 */
export function annotate(subject: AnnotationSubject, shade?: typeof Shade): Annotations {
  const { layout, language } = subject;
  const words = texts[language];
  const notes = footnotes(subject, words);
  const headers = new HeaderNotes(subject, words, notes.numbered);
  const unreliable = layout.measureColumns.map(
    ({ flags }) => flags?.some((bits) => bits & UNRELIABLE) === true,
  );
  const shaded = shade?.(subject, words);
  const isUnreliable = unreliable.includes(true);
  const mark = unreliableCells(words);
  const paint: CellAnnotations['paint'] = (...cells) => {
    if (isUnreliable) mark(...cells);
    shaded?.paint(...cells);
  };
  const noteOf = (axis: Axis, dimension: number, node: number): HeaderNote | null =>
    headers.of(axis, dimension, node);
  return {
    room(axis, dimension, node, metrics) {
      const note = noteOf(axis, dimension, node);
      return note ? metrics.width(` ${note.marks}`) : 0;
    },
    cellRoom: (measure, metrics) => (unreliable[measure] ? metrics.width(` ${words.unreliableMark}`) : 0),
    header(header, axis, dimension, node, name) {
      markHeader(header, noteOf(axis, dimension, node), name);
    },
    cells:
      shaded || isUnreliable
        ? { kind: JSON.stringify([isUnreliable, shaded ? subject.shading : {}]), paint }
        : null,
    styles: [annotateStyles.styleSheet!, ...(shaded?.styles ?? [])],
    legend: [...explanations(subject, words, isUnreliable), ...(shaded?.legend ?? [])],
    footnotes: notes.list,
  };
}
