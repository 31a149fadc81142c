import type { Tuple } from '@datakube/contract';

/** A tuple of an axis and where on the axis it stands. */
export interface PlacedTuple {
  readonly tuple: Tuple;
  readonly index: number;
}

/**
 * The tuples of an axis that are drawn: no totals, and no parents beside their children, for a bar for the
 * region among its municipalities would be counted twice by the eye. On the wire parents come before their
 * children, so the finest level of a dimension is the one that is met last.
 */
export function plottedTuples(tuples: readonly Tuple[]): PlacedTuple[] {
  const finest = finestLevels(tuples);
  const plotted: PlacedTuple[] = [];
  tuples.forEach((tuple, index) => {
    if (tuple.every((entry) => entry.kind === 'member' && finest.get(entry.dimension) === entry.level)) {
      plotted.push({ tuple, index });
    }
  });
  return plotted;
}

function finestLevels(tuples: readonly Tuple[]): Map<string, string> {
  const met = new Map<string, Set<string>>();
  for (const tuple of tuples) {
    for (const { dimension, level, kind } of tuple) {
      if (kind === 'total') continue;
      const levels = met.get(dimension) ?? new Set();
      met.set(dimension, levels.add(level));
    }
  }
  return new Map([...met].map(([dimension, levels]) => [dimension, [...levels].at(-1) ?? '']));
}
