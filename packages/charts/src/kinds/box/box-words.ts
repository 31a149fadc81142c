import type { Language } from '@datakube/contract';
import type { ChartTable, TableCell } from '../../chart-table.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import type { ChartValue } from '../../model/chart-value.ts';
import { formatNumber } from '../../numbers.ts';
import { describeExtremes } from '../../sentences/extremes.ts';
import { sentence } from '../../sentences/sentence.ts';
import { flagWords, marked, spoken, written, type Writing } from '../../words.ts';
import type { BoxChartOptions } from './box-options.ts';
import { distributionsOf, type Distribution, type FiveNumbers } from './distribution.ts';

const words = {
  da: {
    shown: 'vist',
    hidden: 'skjult',
    columns: ['Mindste', 'Nedre kvartil', 'Median', 'Øvre kvartil', 'Største'],
    counts: ['Viste', 'Skjulte'],
    reading:
      'Kassen rummer den midterste halvdel af de viste værdier. Stregen i den er medianen, og halerne når til den mindste og den største.',
    hiddenLeftOut: 'Skjulte værdier er ikke med i kasserne.',
  },
  en: {
    shown: 'shown',
    hidden: 'hidden',
    columns: ['Smallest', 'Lower quartile', 'Median', 'Upper quartile', 'Largest'],
    counts: ['Shown', 'Hidden'],
    reading:
      'The box holds the middle half of the values shown. The line in it is the median, and the whiskers reach to the smallest and the largest.',
    hiddenLeftOut: 'Hidden values are not in the boxes.',
  },
} as const satisfies Record<Language, unknown>;

/** How many members a group is made of: `94 kommuner vist, 4 skjult`. */
export function countText({ shown, hidden }: Distribution, language: Language, members: string): string {
  const said = words[language];
  const count = (number: number): string => formatNumber(number, language, 0);
  const some = [count(shown.length), members, said.shown].filter(Boolean).join(' ');
  return hidden === 0 ? some : `${some}, ${count(hidden)} ${said.hidden}`;
}

/** What is read aloud for a group. */
export function groupLabel(group: Distribution, writing: Writing, members: string): string {
  const number = (value: number): string => written({ kind: 'shown', value }, writing);
  const counts = countText(group, writing.language, members);
  const numbers = group.box
    ? fiveWords(group.box, number, writing.language)
    : group.shown.map(({ label, value }) => `${label} ${number(value)}`).join(', ');
  const flags = group.flags.map((flag) => flagWords(flag, writing.language).spoken);
  const unit = numbers === '' ? '' : writing.unit;
  const claim = [numbers, unit].filter(Boolean).join(' ');
  return `${[group.label, [claim, counts, ...flags].filter(Boolean).join('; ')].filter(Boolean).join(': ')}`;
}

function fiveWords(box: FiveNumbers, number: (value: number) => string, language: Language): string {
  const [least, lower, median, upper, most] = [box.least, box.lower, box.median, box.upper, box.most].map(
    number,
  );
  return language === 'da'
    ? `median ${median}, den midterste halvdel ${lower} til ${upper}, alle viste ${least} til ${most}`
    : `median ${median}, middle half ${lower} to ${upper}, all shown ${least} to ${most}`;
}

/**
 * Where the median of the values shown is highest and lowest, and how many values are hidden.
 *
 * @example
 * `Medianen af de viste er størst i Sjælland (44,1) og mindst i Hovedstaden (31,8); 4 værdier er skjult.`
 */
export function describeMedians(model: ChartModel, writing: Writing): string {
  const danish = writing.language === 'da';
  const number = (value: number): string => written({ kind: 'shown', value }, writing);
  const boxes = distributionsOf(model, undefined)
    .flatMap(({ label, box }) => (box ? [{ label, box }] : []))
    .sort((a, b) => b.box.median - a.box.median);
  const [most, least] = [boxes[0], boxes.at(-1)];
  if (!most || !least) return describeExtremes(model, writing);
  if (number(most.box.median) === number(least.box.median)) {
    const { median, lower, upper } = most.box;
    if (boxes.length > 1) {
      return sentence(
        model,
        writing,
        danish
          ? `Medianen af de viste er ${number(median)} i alle grupper`
          : `The median of those shown is ${number(median)} in every group`,
      );
    }
    return sentence(
      model,
      writing,
      danish
        ? `Medianen af de viste er ${number(median)}, og den midterste halvdel ligger fra ${number(lower)} til ${number(upper)}`
        : `The median of those shown is ${number(median)}, and the middle half lies from ${number(lower)} to ${number(upper)}`,
    );
  }
  const named = ({ label, box }: typeof most): string => `${label} (${number(box.median)})`;
  return sentence(
    model,
    writing,
    danish
      ? `Medianen af de viste er størst for ${named(most)} og mindst for ${named(least)}`
      : `The median of those shown is largest for ${named(most)} and smallest for ${named(least)}`,
  );
}

/** The numbers of each box, the value that stands out, and how many members are shown and hidden. */
export function boxTable(model: ChartModel, writing: Writing, { highlight }: BoxChartOptions): ChartTable {
  const groups = distributionsOf(model, highlight);
  const said = words[writing.language];
  const own = groups.find((group) => group.own)?.own?.label;
  const cell = (value: ChartValue, how = writing): TableCell => ({
    kind: value.kind,
    text: written(value, how),
    spoken: spoken(value, how),
  });
  const number = (value: number | undefined): TableCell =>
    cell(value === undefined ? { kind: 'not-applicable' } : { kind: 'shown', value });
  const count = (value: number): TableCell =>
    cell({ kind: 'shown', value }, { ...writing, decimals: 0, unit: '' });
  return {
    columns: [...said.columns, ...(own === undefined ? [] : [own]), ...said.counts],
    rows: groups.map((group) => ({
      label: marked(group.label, group.flags, writing.language),
      cells: [
        number(group.shown[0]?.value),
        number(group.box?.lower),
        number(group.box?.median),
        number(group.box?.upper),
        number(group.shown.at(-1)?.value),
        ...(own === undefined ? [] : [cell(group.own?.value ?? { kind: 'not-applicable' })]),
        count(group.shown.length),
        count(group.hidden),
      ],
    })),
  };
}

/** How a box is read, and that hidden values have no part in it. */
export function boxReading(model: ChartModel, language: Language): string[] {
  const groups = distributionsOf(model, undefined);
  const said = words[language];
  return [
    ...(groups.some(({ box }) => box) ? [said.reading] : []),
    ...(groups.some(({ shown, hidden }) => hidden > 0 && shown.length > 0) ? [said.hiddenLeftOut] : []),
  ];
}
