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
import type { spark as Spark } from './sparklines.ts';
import { unreliableCells } from './unreliable-cells.ts';

const UNRELIABLE = 1 << FLAGS.indexOf('unreliable');

/**
 * What is to be said of a table beside its numbers: flags and notes of members and measures in their headers
 * and below the table, marks of cells, the reader's own members.
 *
 * @param shade where numbers are to be shaded
 * @param spark where rows are to have sparklines
 */
export function annotate(
  subject: AnnotationSubject,
  shade?: typeof Shade,
  spark?: typeof Spark,
): Annotations {
  const { layout, language } = subject;
  const words = texts[language];
  const notes = footnotes(subject, words);
  const headers = new HeaderNotes(subject, words, notes.numbered);
  const unreliable = layout.measureColumns.map(
    ({ flags }) => flags?.some((bits) => bits & UNRELIABLE) === true,
  );
  const shaded = shade?.(subject, words);
  const sparks = spark?.(subject);
  const isUnreliable = unreliable.includes(true);
  const mark = unreliableCells(words);
  const paint: CellAnnotations['paint'] = (...cells) => {
    if (isUnreliable) mark(...cells);
    shaded?.paint(...cells);
    sparks?.paint(...cells);
  };
  const noteOf = (axis: Axis, dimension: number, node: number): HeaderNote | null =>
    headers.of(axis, dimension, node);
  return {
    room(axis, dimension, node, metrics) {
      const note = noteOf(axis, dimension, node);
      const marks = note ? metrics.width(` ${note.marks}`) : 0;
      return marks + (sparks?.room(axis, dimension) ?? 0);
    },
    cellRoom: (measure, metrics) => (unreliable[measure] ? metrics.width(` ${words.unreliableMark}`) : 0),
    header(header, axis, dimension, node, name) {
      markHeader(header, noteOf(axis, dimension, node), name);
    },
    cells:
      shaded || sparks || isUnreliable
        ? { kind: JSON.stringify([isUnreliable, shaded ? subject.shading : {}, Boolean(sparks)]), paint }
        : null,
    styles: [annotateStyles.styleSheet!, ...(shaded?.styles ?? []), ...(sparks?.styles ?? [])],
    legend: [...explanations(subject, words, isUnreliable), ...(shaded?.legend ?? [])],
    footnotes: notes.list,
  };
}
