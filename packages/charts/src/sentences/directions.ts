import type { ChartModel } from '../model/chart-model.ts';
import type { ChartValue } from '../model/chart-value.ts';
import { breaksIn } from '../model/flags.ts';
import { formatNumber } from '../numbers.ts';
import { sentence } from './sentence.ts';
import type { Writing } from '../words.ts';

const words = {
  da: { rises: 'stiger i', falls: 'falder i', stays: 'er det samme i', and: 'og' },
  en: { rises: 'rises in', falls: 'falls in', stays: 'is the same in', and: 'and' },
} as const;

/**
 * In how many series the last value shown is above the first, and in how many below; since the last break where there is
 * one, for numbers before it cannot be compared. Series with fewer than two values shown are not counted.
 *
 * @example
 * `Tallet stiger i 8, falder i 1 og er det samme i 1 af 10; 4 værdier er skjult.`
 */
export function describeDirections(model: ChartModel, writing: Writing): string {
  const { language } = writing;
  const since = breaksIn(model).at(-1) ?? 0;
  const changes = model.series.flatMap(({ values }) => change(values.slice(since)));
  const counts = (['rises', 'falls', 'stays'] as const)
    .map((way) => ({ way, count: changes.filter((each) => each === way).length }))
    .filter(({ count }) => count > 0);
  const number = (count: number): string => formatNumber(count, language, 0);
  const all = number(changes.length);
  const danish = language === 'da';
  const [only, ...others] = counts;
  const period = since > 0 ? `${danish ? 'Siden' : 'Since'} ${model.categories[since]?.label ?? ''}: ` : '';
  const subject = since > 0 ? (danish ? 'tallet' : 'the figure') : danish ? 'Tallet' : 'The figure';
  if (!only)
    return sentence(
      model,
      writing,
      shownAtAll(model) ? (danish ? 'Intet kan sammenlignes' : 'Nothing can be compared') : '',
    );
  if (others.length === 0) {
    const every = danish
      ? `${words.da[only.way]} alle ${all} viste`
      : `${words.en[only.way]} all ${all} shown`;
    return sentence(model, writing, `${period}${subject} ${every}`);
  }
  const parts = counts.map(({ way, count }) => `${words[language][way]} ${number(count)}`);
  const list = `${parts.slice(0, -1).join(', ')} ${words[language].and} ${parts.at(-1) ?? ''}`;
  return sentence(
    model,
    writing,
    `${period}${subject} ${list} ${danish ? 'af' : 'of'} ${all}${danish ? ' viste' : ' shown'}`,
  );
}

function change(values: readonly ChartValue[]): ('rises' | 'falls' | 'stays')[] {
  const shown = values.flatMap((value) => (value.kind === 'shown' ? [value.value] : []));
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined || shown.length < 2) return [];
  return [first === last ? 'stays' : first < last ? 'rises' : 'falls'];
}

function shownAtAll({ series }: ChartModel): boolean {
  return series.some(({ values }) => values.some(({ kind }) => kind === 'shown'));
}
