import type { Annotation } from '../../chart-options.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { breaksIn } from '../../model/flags.ts';
import { flagWords, type Writing } from '../../words.ts';

/** What is written above a plot over time: breaks in the series, and remarks of the page at a period. */
export interface LineNote {
  readonly category: number;
  /** True where the line stands before the period, as a break does. */
  readonly before: boolean;
  readonly text: string;
}

/** Breaks first, then remarks in the order of the page. In a narrow plot a break has its letter alone. */
export function lineNotes(
  model: ChartModel,
  annotations: readonly Annotation[],
  { language }: Writing,
  narrow: boolean,
): LineNote[] {
  const { mark, spoken } = flagWords('break', language);
  const breaks = breaksIn(model).map((category): LineNote => ({
    category,
    before: true,
    text: narrow ? mark : `${mark} ${spoken}`,
  }));
  const remarks = annotations.flatMap(({ at, text }): LineNote[] => {
    const category =
      typeof at === 'string' ? model.categories.findIndex(({ codes }) => codes.includes(at)) : -1;
    return category < 0 ? [] : [{ category, before: false, text }];
  });
  return [...breaks, ...remarks];
}
