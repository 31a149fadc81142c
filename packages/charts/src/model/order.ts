import type { Language } from '@datakube/contract';
import type { ChartModel } from './chart-model.ts';
import { nameOrder } from '../numbers.ts';

/**
 * Largest first by the whole where there is one, by the first series otherwise. Categories whose value is not shown
 * come last, by name: their place must say nothing about their size. Those to compare with come after all others.
 */
export function orderByValue(model: ChartModel, language: Language): ChartModel {
  const first = model.whole ?? model.series[0];
  return orderByNumber(model, language, (category) => {
    const value = first?.values[category];
    return value?.kind === 'shown' ? value.value : null;
  });
}

/** As {@link orderByValue}, by another number of each category; null where it has none that is shown. */
export function orderByNumber(
  model: ChartModel,
  language: Language,
  number: (category: number) => number | null,
): ChartModel {
  const names = nameOrder(language);
  const byName = (a: number, b: number): number =>
    names(model.categories[a]?.label ?? '', model.categories[b]?.label ?? '');
  const rank = (category: number): number => (model.categories[category]?.compared === true ? 1 : 0);
  const order = [...model.categories.keys()].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    const [x, y] = [number(a), number(b)];
    if (x === null || y === null) return x === y ? byName(a, b) : x === null ? 1 : -1;
    return y - x || byName(a, b);
  });
  return pick(model, order);
}

/** The first categories only, with those to compare with, and how many were left out. */
export function firstCategories(model: ChartModel, limit: number): ChartModel {
  const places = [...model.categories.keys()];
  const own = places.filter((place) => model.categories[place]?.compared !== true);
  const beyond = own.length - limit;
  if (beyond <= 0) return model;
  const kept = pick(model, [...own.slice(0, limit), ...places.slice(own.length)]);
  return { ...kept, leftOut: { ...model.leftOut, categories: beyond } };
}

/** The categories the other way round: the oldest age group on top. */
export function reverseCategories(model: ChartModel): ChartModel {
  return pick(model, [...model.categories.keys()].reverse());
}

function pick(model: ChartModel, order: readonly number[]): ChartModel {
  const taken = <T>(list: readonly T[]): T[] =>
    order.flatMap((place) => {
      const item = list[place];
      return item === undefined ? [] : [item];
    });
  return {
    ...model,
    categories: taken(model.categories),
    series: model.series.map((series) => ({ ...series, values: taken(series.values) })),
    references: model.references.map((series) => ({ ...series, values: taken(series.values) })),
    whole: model.whole && { ...model.whole, values: taken(model.whole.values) },
  };
}
