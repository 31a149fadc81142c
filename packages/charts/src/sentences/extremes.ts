import type { ChartModel } from '../model/chart-model.ts';
import { written, type Writing } from '../words.ts';
import { brokenMembersSentence } from './breaks.ts';
import { sentence } from './sentence.ts';

/**
 * The largest and smallest of the values shown, and how many are hidden.
 *
 * @example
 * `Af de viste er Hjørring størst (49,7) og Jammerbugt mindst (31,0); 1 værdi er skjult.`
 */
export function describeExtremes(model: ChartModel, writing: Writing): string {
  return sentence(model, writing, extremesOf(model, writing), brokenMembersSentence(model, writing.language));
}

/** The largest and smallest of the values shown, without more words: empty where none is. */
export function extremesOf(model: Pick<ChartModel, 'categories' | 'series'>, writing: Writing): string {
  return extremes(
    namedNumbers(model).sort((a, b) => b.value - a.value),
    writing,
  );
}

interface NamedNumber {
  readonly name: string;
  readonly value: number;
}

function namedNumbers({ categories, series }: Pick<ChartModel, 'categories' | 'series'>): NamedNumber[] {
  return categories.flatMap(({ label }, category) =>
    series.flatMap(({ label: own, values }) => {
      const value = values[category];
      if (value?.kind !== 'shown') return [];
      return [{ name: series.length > 1 ? `${label}, ${own},` : label, value: value.value }];
    }),
  );
}

function extremes(shown: readonly NamedNumber[], writing: Writing): string {
  const [most, least] = [shown[0], shown.at(-1)];
  if (!most || !least) return '';
  const number = (value: number): string => written({ kind: 'shown', value }, writing);
  const danish = writing.language === 'da';
  if (shown.length === 1) return `${most.name.replace(/,$/, '')}: ${number(most.value)}`;
  if (most.value === least.value) {
    return danish
      ? `Alle viste værdier er ${number(most.value)}`
      : `All values shown are ${number(most.value)}`;
  }
  const andOthers = (value: number): string =>
    shown.filter((other) => other.value === value).length === 1 ? '' : danish ? 'm.fl. ' : 'and others ';
  const named = ({ name, value }: NamedNumber, word: string): string =>
    `${name} ${andOthers(value)}${word} (${number(value)})`;
  return danish
    ? `Af de viste er ${named(most, 'størst')} og ${named(least, 'mindst')}`
    : `Of those shown, ${named(most, 'largest')} and ${named(least, 'smallest')}`;
}
