import type { ChartModel } from '../../model/chart-model.ts';
import type { ChartValue } from '../../model/chart-value.ts';
import { formatNumber, nameOrder } from '../../numbers.ts';
import { written, type Writing } from '../../words.ts';

/** A line of a list: a place and its value, or how many more there are. */
export type ListLine =
  | { readonly kind: 'place'; readonly category: number; readonly label: string; readonly value: ChartValue }
  | { readonly kind: 'more'; readonly text: string };

/** A list beside a map. */
export interface PlaceList {
  readonly title: string;
  readonly lines: readonly ListLine[];
}

const longest = 5;
const longestHidden = 8;

const words = {
  da: { highest: 'Højest', lowest: 'Lavest', own: 'Din kommune', hidden: 'Skjult' },
  en: { highest: 'Highest', lowest: 'Lowest', own: 'Your municipality', hidden: 'Hidden' },
} as const;

interface Place {
  readonly category: number;
  readonly label: string;
  readonly value: ChartValue;
}

/**
 * The lists beside a map: the highest and the lowest of the numbers shown, one's own place, and by name those that are
 * hidden, for a hidden value has no place in a ranking. Where a list ends among equals, it says how many they are.
 */
export function placeLists(model: ChartModel, writing: Writing, own: string | undefined): PlaceList[] {
  const { language } = writing;
  const names = nameOrder(language);
  const places = model.categories
    .map(({ label }, category): Place => {
      return { category, label, value: model.series[0]?.values[category] ?? { kind: 'missing' } };
    })
    .sort((a, b) => names(a.label, b.label));
  const shown = places.flatMap((place) =>
    place.value.kind === 'shown' ? [{ ...place, number: place.value.value }] : [],
  );
  const descending = [...shown].sort((a, b) => b.number - a.number);
  const room = shown.length === 1 ? 1 : Math.min(longest, Math.floor(shown.length / 2));
  const leastOfHighest = descending[room - 1]?.number ?? 0;
  const ascending = shown.filter(({ number }) => number < leastOfHighest).sort((a, b) => a.number - b.number);
  const hidden = places.filter(({ value }) => value.kind === 'hidden');
  const ownPlace = places.find(({ category }) => model.categories[category]?.codes.includes(own ?? ''));
  const lists: PlaceList[] = [
    { title: words[language].highest, lines: ranked(descending, room, writing) },
    { title: words[language].lowest, lines: ranked(ascending, room, writing) },
    { title: words[language].own, lines: ownPlace ? [line(ownPlace)] : [] },
    { title: words[language].hidden, lines: named(hidden, writing) },
  ];
  return lists.filter(({ lines }) => lines.length > 0);
}

function line({ category, label, value }: Place): ListLine {
  return { kind: 'place', category, label, value };
}

/** The first of an order, and how many of those beyond are written as the last of them. */
function ranked(order: readonly Place[], room: number, writing: Writing): ListLine[] {
  const first = order.slice(0, room);
  const last = first.at(-1);
  const text = last && written(last.value, writing);
  const equals = order.slice(room).filter(({ value }) => written(value, writing) === text).length;
  if (equals === 0 || text === undefined) return first.map(line);
  const count = formatNumber(equals, writing.language, 0);
  return [
    ...first.map(line),
    {
      kind: 'more',
      text: writing.language === 'da' ? `og ${count} til med ${text}` : `and ${count} more with ${text}`,
    },
  ];
}

function named(hidden: readonly Place[], { language }: Writing): ListLine[] {
  if (hidden.length <= longestHidden) return hidden.map(line);
  const first = hidden.slice(0, longestHidden - 1);
  const count = formatNumber(hidden.length - first.length, language, 0);
  return [
    ...first.map(line),
    { kind: 'more', text: language === 'da' ? `og ${count} til` : `and ${count} more` },
  ];
}
