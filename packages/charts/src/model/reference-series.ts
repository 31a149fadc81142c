import type { Tuple } from '@datakube/contract';
import type { ChartValue } from './chart-value.ts';
import type { Layout } from './layout.ts';
import type { Category, Series } from './series.ts';

/**
 * The total along names: the one cell in which all names stand at their total, the same for every category.
 * Only where there is a single series, for a line across bars of several series could belong to any of them.
 */
export function totalOfNames(layout: Layout, categories: readonly Category[]): Series | null {
  const main = layout.mainTuples.findIndex((tuple) => tuple.length > 0 && isTotal(tuple));
  const label = layout.mainTuples[main]?.[0]?.label;
  const [cross, ...others] = layout.cross;
  if (label === undefined || !cross || others.length > 0) return null;
  const value = layout.at(main, cross.index);
  return { label, values: categories.map(() => value) };
}

/** The total along time: the series in which every dimension but time stands at its total. */
export function totalOfSeries(layout: Layout, categories: readonly Category[]): Series | null {
  const cross = layout.crossTuples.findIndex(isTotal);
  if (cross < 0) return null;
  const places = new Map<string, number>();
  let rest: Tuple = [];
  layout.mainTuples.forEach((tuple, index) => {
    const others = tuple.filter((entry) => !layout.isCategory(entry));
    if (!isTotal(others)) return;
    rest = others;
    places.set(codesOf(tuple.filter((entry) => layout.isCategory(entry))), index);
  });
  const label = [...(layout.crossTuples[cross] ?? []), ...rest][0]?.label;
  if (label === undefined) return null;
  const values = categories.map(({ codes }): ChartValue => {
    const main = places.get(codes.join());
    return main === undefined ? { kind: 'missing' } : layout.at(main, cross);
  });
  return { label, values };
}

function isTotal(entries: Tuple): boolean {
  return entries.every((entry) => entry.kind === 'total');
}

function codesOf(entries: Tuple): string {
  return entries.map((entry) => entry.code).join();
}
