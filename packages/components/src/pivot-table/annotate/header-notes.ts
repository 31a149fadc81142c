import { FLAGS, type Flag, type Note, type TupleEntry } from '@datakube/contract';
import { entryOf, standsAlone, type Axis } from '../../pivot/axis.ts';
import type { AnnotationSubject } from '../late-annotations.ts';
import type { AnnotateTexts } from './annotate.texts.ts';
import { writtenUnit } from './measure-remarks.ts';
import { notAdditive } from './not-additive.ts';

/** What stands beside the label of a header: marks that always show, and words where there is room for them. */
export interface HeaderNote {
  readonly marks: string;
  readonly words: string;
  /** Read out in place of the marks. */
  readonly spoken: string;
  readonly own: boolean;
}

/** The notes of the headers, each made once. */
export class HeaderNotes {
  readonly #subject: AnnotationSubject;
  readonly #texts: AnnotateTexts;
  readonly #numbered: readonly Note[];
  readonly #known = new Map<TupleEntry | string, HeaderNote | null>();

  /** @param numbered notes that are referred to by their number, in order */
  constructor(subject: AnnotationSubject, texts: AnnotateTexts, numbered: readonly Note[]) {
    this.#subject = subject;
    this.#texts = texts;
    this.#numbered = numbered;
  }

  /** The note of a header node; of a measure where the dimension is −1. Null where there is nothing to say. */
  of(axis: Axis, dimension: number, node: number): HeaderNote | null {
    const key = dimension < 0 ? this.#subject.layout.measures[node]! : entryOf(axis, dimension, node);
    let note = this.#known.get(key);
    if (note === undefined) {
      note = typeof key === 'string' ? this.#ofMeasure(key) : this.#ofMember(key);
      this.#known.set(key, note);
    }
    return note;
  }

  #ofMeasure(measure: string): HeaderNote | null {
    const { info, layout } = this.#subject;
    const unit = writtenUnit(info.unit(measure), info.measureName(measure));
    const parts: Part[] = unit ? [{ mark: unit, word: '', spoken: unit }] : [];
    if (notAdditive(layout, info, measure)) {
      const { notAdditiveMark: mark, notAdditive: spoken } = this.#texts;
      parts.push({ mark, word: '', spoken });
    }
    return compose([
      ...parts,
      ...this.#references((about) => 'measure' in about && about.measure === measure),
    ]);
  }

  #ofMember(entry: TupleEntry): HeaderNote | null {
    const { own } = this.#subject;
    const flags = FLAGS.filter((flag) => entry.flags?.includes(flag)).map((flag) => this.#flag(flag));
    const references = this.#references(
      (about) => 'member' in about && about.dimension === entry.dimension && about.member === entry.code,
    );
    const isOwn =
      !standsAlone(entry) &&
      own.some(({ dimension, member }) => dimension === entry.dimension && member === entry.code);
    return compose([...flags, ...references], isOwn ? ownWords(entry, this.#texts) : null);
  }

  #flag(flag: Flag): Part {
    const mark = this.#texts[`${flag}Mark`];
    const word = this.#texts[flag];
    return { mark, word, spoken: word };
  }

  #references(isAbout: (about: NonNullable<Note['about']>) => boolean): Part[] {
    return this.#numbered.flatMap(({ about, text }, at) =>
      about && isAbout(about)
        ? [{ mark: `[${at + 1}]`, word: '', spoken: text[this.#subject.language] }]
        : [],
    );
  }
}

interface Part {
  readonly mark: string;
  readonly word: string;
  readonly spoken: string;
}

function compose(parts: readonly Part[], own: string | null = null): HeaderNote | null {
  if (parts.length === 0 && own === null) return null;
  const all = (of: (part: Part) => string, ...more: string[]): string[] =>
    [...more, ...parts.map(of)].filter(Boolean);
  const first = own === null ? [] : [own];
  return {
    marks: all(({ mark }) => mark, ...first).join(' '),
    words: all(({ word }) => word).join(', '),
    spoken: all(({ spoken }) => spoken, ...first).join(', '),
    own: own !== null,
  };
}

function ownWords({ level }: TupleEntry, texts: AnnotateTexts): string {
  switch (level) {
    case 'municipality':
      return texts.ownMunicipality;
    case 'region':
      return texts.ownRegion;
    default:
      return texts.own;
  }
}
