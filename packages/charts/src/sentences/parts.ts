import type { ChartModel } from '../model/chart-model.ts';
import type { Series } from '../model/series.ts';
import { written, type Writing } from '../words.ts';
import { brokenMembersSentence } from './breaks.ts';
import { extremesOf } from './extremes.ts';
import { sentence } from './sentence.ts';

/**
 * The largest and smallest whole that is shown, the largest part that is shown, and that bars are without what is hidden.
 *
 * @example
 * `I alt er Hjørring størst (1.200) og Læsø mindst (90); største viste del er Hjørring, kvinder (640).`
 */
export function describeParts(model: ChartModel, writing: Writing): string {
  const danish = writing.language === 'da';
  const wholes = model.whole && ownOnly(model, model.whole);
  const named = wholes ? extremesOf({ ...model, series: [wholes] }, writing) : '';
  const totals = named.replace(/^(Af de viste er|Of those shown,)/, danish ? 'I alt er' : 'In all,');
  const part = largestPart(model);
  const largest = part && `${part.name} (${written({ kind: 'shown', value: part.value }, writing)})`;
  const parts =
    largest && (danish ? `største viste del er ${largest}` : `the largest part shown is ${largest}`);
  const claim = [totals, parts].filter(Boolean).join('; ');
  return sentence(
    model,
    writing,
    claim.charAt(0).toUpperCase() + claim.slice(1),
    withoutHidden(model, writing),
    brokenMembersSentence(model, writing.language),
  );
}

/** Values of the names themselves: one that is only compared with is neither largest nor smallest of them. */
function ownOnly({ categories }: ChartModel, series: Series): Series {
  return {
    ...series,
    values: series.values.map((value, at) =>
      categories[at]?.compared === true ? { kind: 'missing' } : value,
    ),
  };
}

/** The largest part that is shown, by name; the first where several are as large. */
export function largestPart(
  { categories, series }: ChartModel,
  number: (category: number, part: number) => number | null = (category, part) => {
    const value = series[part]?.values[category];
    return value?.kind === 'shown' ? value.value : null;
  },
): {
  readonly name: string;
  readonly value: number;
  readonly category: number;
  readonly part: number;
} | null {
  let largest: ReturnType<typeof largestPart> = null;
  categories.forEach(({ label, compared }, category) => {
    if (compared) return;
    series.forEach((each, part) => {
      const value = number(category, part);
      if (value === null || (largest && value <= largest.value)) return;
      largest = { name: [label, each.label].filter(Boolean).join(', '), value, category, part };
    });
  });
  return largest;
}

/** `Søjlerne er vist uden skjulte dele.` Nothing where no part is hidden. */
export function withoutHidden({ series }: ChartModel, { language }: Writing): string {
  const hidden = series.some(({ values }) => values.some(({ kind }) => kind === 'hidden'));
  const shown = series.some(({ values }) => values.some(({ kind }) => kind === 'shown'));
  if (!hidden || !shown) return '';
  return language === 'da'
    ? 'Søjlerne er vist uden skjulte dele.'
    : 'The bars are shown without hidden parts.';
}

/** What must be known of bars that lack a part for another reason than that it is hidden, or that show only some. */
export function incomplete({ series, leftOut }: ChartModel, { language }: Writing): string[] {
  const lacks = series.some(({ values }) => values.some(({ kind }) => kind === 'missing'));
  if (!lacks && leftOut.series === 0) return [];
  return [
    language === 'da'
      ? 'Ikke alle dele er med: søjlerne er kortere end helheden.'
      : 'Not all parts are there: the bars are shorter than the whole.',
  ];
}
