import type { Annotation } from '../../chart-options.ts';
import { referenceText } from '../../chart-legend.ts';
import { levelsOf } from '../../model/annotations.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import type { Writing } from '../../words.ts';

/** What is written above bars, at a number of the value axis. */
export interface BarNote {
  readonly at: number;
  readonly text: string;
  /** A remark has a line of its own; what is compared with has its line already. */
  readonly look: 'reference' | 'annotation';
}

/** The names of what is compared with, where its value is the same for all bars, and the remarks at a number. */
export function barNotes(model: ChartModel, annotations: readonly Annotation[], writing: Writing): BarNote[] {
  const compared = model.references.flatMap((reference): BarNote[] => {
    const [first, ...others] = reference.values;
    if (first?.kind !== 'shown') return [];
    const same = others.every((value) => value.kind === 'shown' && value.value === first.value);
    return same ? [{ at: first.value, text: referenceText(reference, writing), look: 'reference' }] : [];
  });
  const remarks = levelsOf(annotations).map((level): BarNote => ({ ...level, look: 'annotation' }));
  return [...compared, ...remarks];
}
