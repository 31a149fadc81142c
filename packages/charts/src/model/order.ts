import type { Language } from '@datakube/contract';
import type { ChartModel } from './chart-model.ts';
import { nameOrder } from '../numbers.ts';

/**
 * Largest first by the first series. Categories whose value is not shown come last, by name: their place
 * must say nothing about their size.
 */
export function orderByValue(model: ChartModel, language: Language): ChartModel {
  const [first] = model.series;
  if (!first) return model;
  const names = nameOrder(language);
  const number = (category: number): number | null => {
    const value = first.values[category];
    return value?.kind === 'shown' ? value.value : null;
  };
  const byName = (a: number, b: number): number =>
    names(model.categories[a]?.label ?? '', model.categories[b]?.label ?? '');
  const order = [...model.categories.keys()].sort((a, b) => {
    const [x, y] = [number(a), number(b)];
    if (x === null || y === null) return x === y ? byName(a, b) : x === null ? 1 : -1;
    return y - x || byName(a, b);
  });
  return pick(model, order);
}

/** The first categories only, and how many were left out. */
export function firstCategories(model: ChartModel, limit: number): ChartModel {
  const beyond = model.categories.length - limit;
  if (beyond <= 0) return model;
  const kept = pick(model, [...model.categories.keys()].slice(0, limit));
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
  };
}
