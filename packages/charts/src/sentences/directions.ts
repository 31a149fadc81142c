import type { Language } from '@datakube/contract';
import type { ChartModel } from '../model/chart-model.ts';
import type { ChartValue } from '../model/chart-value.ts';
import { breaksIn } from '../model/flags.ts';
import { formatNumber } from '../numbers.ts';
import type { Writing } from '../words.ts';
import { sentence } from './sentence.ts';

type Way = 'rises' | 'falls' | 'stays';

interface Words {
  readonly ways: Readonly<Record<Way, string>>;
  readonly and: string;
  readonly none: string;
  readonly subject: string;
  readonly since: (period: string) => string;
  readonly all: (count: string, one: boolean) => string;
  readonly of: (count: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  da: {
    ways: { rises: 'stiger i', falls: 'falder i', stays: 'er det samme i' },
    and: 'og',
    none: 'Intet kan sammenlignes',
    subject: 'Tallet',
    since: (period) => `Siden ${period}: tallet`,
    all: (count, one) => (one ? 'den ene viste' : `alle ${count} viste`),
    of: (count) => `af ${count} viste`,
  },
  en: {
    ways: { rises: 'rises in', falls: 'falls in', stays: 'is the same in' },
    and: 'and',
    none: 'Nothing can be compared',
    subject: 'The figure',
    since: (period) => `Since ${period}: the figure`,
    all: (count, one) => (one ? 'the one shown' : `all ${count} shown`),
    of: (count) => `of ${count} shown`,
  },
};

/**
 * In how many series the last value shown is above the first, and in how many below; since the last break where there is
 * one, for numbers before it cannot be compared. Series with fewer than two values shown are not counted.
 *
 * @example
 * `Tallet stiger i 8, falder i 1 og er det samme i 1 af 10 viste; 4 værdier er skjult.`
 */
export function describeDirections(model: ChartModel, writing: Writing): string {
  const text = words[writing.language];
  const since = breaksIn(model).at(-1) ?? 0;
  const changes = model.series.flatMap(({ values }) => change(values.slice(since)));
  const number = (count: number): string => formatNumber(count, writing.language, 0);
  const counts = (['rises', 'falls', 'stays'] as const)
    .map((way) => ({ way, count: changes.filter((each) => each === way).length }))
    .filter(({ count }) => count > 0);
  const [only, ...others] = counts;
  if (!only) return sentence(model, writing, isAnythingShown(model) ? text.none : '');

  const subject = since > 0 ? text.since(model.categories[since]?.label ?? '') : text.subject;
  const all = number(changes.length);
  if (others.length === 0) {
    const claim = `${subject} ${text.ways[only.way]} ${text.all(all, changes.length === 1)}`;
    return sentence(model, writing, claim);
  }
  const parts = counts.map(({ way, count }) => `${text.ways[way]} ${number(count)}`);
  const list = `${parts.slice(0, -1).join(', ')} ${text.and} ${parts.at(-1) ?? ''}`;
  return sentence(model, writing, `${subject} ${list} ${text.of(all)}`);
}

function change(values: readonly ChartValue[]): Way[] {
  const shown = values.flatMap((value) => (value.kind === 'shown' ? [value.value] : []));
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined || shown.length < 2) return [];
  return [first === last ? 'stays' : first < last ? 'rises' : 'falls'];
}

function isAnythingShown({ series }: ChartModel): boolean {
  return series.some(({ values }) => values.some(({ kind }) => kind === 'shown'));
}
