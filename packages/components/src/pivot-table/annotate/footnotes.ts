import type { Note, TupleEntry } from '@datakube/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { writtenLabel } from '../../pivot/label.ts';
import type { AxisLayout, Layout } from '../../pivot/layout.ts';
import type { AnnotationSubject } from '../late-annotations.ts';
import type { AnnotateTexts } from './annotate.texts.ts';
import { notAdditive } from './not-additive.ts';

/** The notes of single members and measures that are shown. */
export interface Footnotes {
  /** Those that headers refer to by number: the first is [1]. The others are told by the letter of a flag. */
  readonly numbered: readonly Note[];
  readonly list: TemplateResult | typeof nothing;
}

/** What notes are sought for: the table as it shows, or a block of it. */
interface Annotated extends Pick<AnnotationSubject, 'info'> {
  readonly layout: Pick<Layout, 'cellSet' | 'labels' | 'rows' | 'columns' | 'measures'>;
}

export interface Footnote {
  readonly note: Note;
  readonly name: string;
  /** The letter of the flag it explains; empty where it explains none. */
  readonly letter: string;
}

export function footnotes(subject: AnnotationSubject, texts: AnnotateTexts): Footnotes {
  const found = footnotesOf(subject, texts);
  const lettered = found.filter(({ letter }) => letter !== '');
  const numbered = found.filter(({ letter }) => letter === '');
  if (found.length === 0) return { numbered: [], list: nothing };
  const item = ({ note, name }: Footnote, mark: string): TemplateResult =>
    html`<li>${mark} ${name}: ${note.text[subject.language]}</li>`;
  return {
    numbered: numbered.map(({ note }) => note),
    list: html`<ul class="footnotes" part="footnotes" aria-label=${texts.footnotes}>
      ${lettered.map((footnote) => item(footnote, footnote.letter))}
      ${numbered.map((footnote, at) => item(footnote, `[${at + 1}]`))}
    </ul>`,
  };
}

/** The notes of what is spoken of, in the order of the answer. */
export function footnotesOf(annotated: Annotated, texts: AnnotateTexts): Footnote[] {
  return annotated.layout.cellSet.notes.flatMap((note) => footnoteOf(note, annotated, texts) ?? []);
}

/** Null where a note is about the whole table, or about what does not show. */
function footnoteOf(note: Note, { layout, info }: Annotated, texts: AnnotateTexts): Footnote | null {
  const { about } = note;
  if (!about) return null;
  if ('measure' in about) {
    if (!layout.measures.includes(about.measure)) return null;
    // The explanation of marks tells it of measures that are known.
    if (note.code === 'not-additive' && notAdditive(layout, info, about.measure)) return null;
    const letter = note.code === 'not-additive' ? texts.notAdditiveMark : '';
    return { note, name: info.measureName(about.measure), letter };
  }
  for (const side of [layout.rows, layout.columns]) {
    const entry = findMember(side, about.dimension, about.member);
    if (!entry) continue;
    const [flag] = entry.flags ?? [];
    return { note, name: writtenLabel(entry, layout.labels), letter: flag ? texts[`${flag}Mark`] : '' };
  }
  return null;
}

function findMember({ axis, order }: AxisLayout, dimension: string, member: string): TupleEntry | undefined {
  const d = axis.dimensions.findIndex((each) => each.dimension === dimension);
  const found = d < 0 ? undefined : order.find((tuple) => axis.tuples[tuple]![d]!.code === member);
  return found === undefined ? undefined : axis.tuples[found]![d];
}
