import type { Language } from '@datakube/contract';
import type { ChartModel } from '../model/chart-model.ts';
import type { ChartValue } from '../model/chart-value.ts';
import type { Series } from '../model/series.ts';
import { written, type Writing } from '../words.ts';
import { breaksIn } from '../model/flags.ts';
import { breakSentence, brokenCategories } from './breaks.ts';
import { sentence } from './sentence.ts';

/**
 * How each series runs from its first to its last value shown, and how many are hidden. Where the series break, from
 * the last break on: what lies before cannot be compared.
 */
export function describeCourse(model: ChartModel, writing: Writing): string {
  const runs = model.series.flatMap((series) => course(series, model, writing));
  return sentence(model, writing, runs.join(', '), breakSentence(brokenCategories(model), writing.language));
}

/** How a series runs from the first to the last period that is shown. */
function course({ label, values }: Series, model: ChartModel, writing: Writing): string[] {
  const { categories, series } = model;
  const shown = sinceBreak(
    [...values.entries()].filter(([, value]) => value.kind === 'shown'),
    model,
  );
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return [];
  const at = ([category, value]: [number, ChartValue]): string =>
    `${written(value, writing)} (${categories[category]?.label ?? ''})`;
  const name = series.length > 1 ? label : '';
  if (first === last) return [`${name} ${at(first)}`.trim()];
  return [
    `${name || subject[writing.language]} ${direction(first[1], last[1], writing.language)} ${at(first)} ${to[writing.language]} ${at(last)}`,
  ];
}

/** What follows the last break, or all of it where nothing is shown since. */
function sinceBreak<T extends readonly [number, ChartValue]>(
  shown: readonly T[],
  model: ChartModel,
): readonly T[] {
  const last = breaksIn(model).findLast((category) => shown.some(([at]) => at >= category));
  return last === undefined ? shown : shown.filter(([at]) => at >= last);
}

const subject: Readonly<Record<Language, string>> = { da: 'Tallet', en: 'The figure' };
const to: Readonly<Record<Language, string>> = { da: 'til', en: 'to' };

function direction(first: ChartValue, last: ChartValue, language: Language): string {
  if (first.kind !== 'shown' || last.kind !== 'shown' || first.value === last.value) {
    return language === 'da' ? 'går fra' : 'goes from';
  }
  if (first.value < last.value) return language === 'da' ? 'stiger fra' : 'rises from';
  return language === 'da' ? 'falder fra' : 'falls from';
}
