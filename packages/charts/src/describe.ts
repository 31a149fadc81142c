import type { CellSet, Language } from '@datakube/contract';
import type { BarChartOptions, LineChartOptions } from './chart-options.ts';
import type { ChartType } from './chart-type.ts';
import type { ChartModel } from './model/chart-model.ts';
import type { Series } from './model/series.ts';
import { barModel, lineModel, writingOf } from './model/read-cell-set.ts';
import type { ChartValue } from './model/chart-value.ts';
import { formatNumber } from './numbers.ts';
import { written, type Writing } from './words.ts';

/**
 * One sentence on what a chart shows: the largest and smallest of the values *shown*, or how each line runs,
 * and how many values are hidden. Nothing is calculated; what is hidden is only counted.
 *
 * @example
 * `Af de viste er Hjørring størst (49,7) og Jammerbugt mindst (31,0); 1 værdi er skjult.`
 */
export function describeChart(
  cellSet: CellSet,
  type: ChartType,
  options: BarChartOptions & LineChartOptions = {},
): string {
  return type === 'bar'
    ? describeBars(barModel(cellSet, options), writingOf(options))
    : describeLines(lineModel(cellSet, options), writingOf(options));
}

/** The sentence of a bar chart. */
export function describeBars(model: ChartModel, writing: Writing): string {
  const shown = namedNumbers(model).sort((a, b) => b.value - a.value);
  return sentence(model, writing, extremes(shown, writing));
}

/** The sentence of a line chart. */
export function describeLines(model: ChartModel, writing: Writing): string {
  const runs = model.series.flatMap((series) => course(series, model, writing));
  return sentence(model, writing, runs.join(', '));
}

interface NamedNumber {
  readonly name: string;
  readonly value: number;
}

function namedNumbers({ categories, series }: ChartModel): NamedNumber[] {
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

/** How a series runs from the first to the last period that is shown. */
function course({ label, values }: Series, { categories, series }: ChartModel, writing: Writing): string[] {
  const shown = [...values.entries()].filter(([, value]) => value.kind === 'shown');
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

const subject: Readonly<Record<Language, string>> = { da: 'Tallet', en: 'The figure' };
const to: Readonly<Record<Language, string>> = { da: 'til', en: 'to' };

function direction(first: ChartValue, last: ChartValue, language: Language): string {
  if (first.kind !== 'shown' || last.kind !== 'shown' || first.value === last.value) {
    return language === 'da' ? 'går fra' : 'goes from';
  }
  if (first.value < last.value) return language === 'da' ? 'stiger fra' : 'rises from';
  return language === 'da' ? 'falder fra' : 'falls from';
}

function sentence({ series }: ChartModel, { language }: Writing, claim: string): string {
  const hidden = series.reduce(
    (count, { values }) => count + values.filter((value) => value.kind === 'hidden').length,
    0,
  );
  const count = formatNumber(hidden, language, 0);
  const danish = language === 'da';
  if (claim === '' && hidden === 0)
    return danish ? 'Der er ingen tal at vise.' : 'There are no numbers to show.';
  if (claim === '') {
    return danish
      ? 'Alle værdier er skjult af hensyn til diskretion.'
      : 'All values are hidden for disclosure reasons.';
  }
  if (hidden === 0) return `${claim}.`;
  if (danish) return `${claim}; ${count} ${hidden === 1 ? 'værdi' : 'værdier'} er skjult.`;
  return `${claim}; ${count} ${hidden === 1 ? 'value is' : 'values are'} hidden.`;
}
