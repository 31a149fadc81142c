import type { Tuple, TupleEntry } from '@datakube/contract';
import type { Reference } from '../chart-options.ts';

/** A tuple of an axis and where on the axis it stands. */
export interface PlacedTuple {
  readonly tuple: Tuple;
  readonly index: number;
  /** True where it is there to compare with, and not one of those that are drawn anyway. */
  readonly compared?: boolean;
}

/**
 * The tuples of an axis that are drawn: no totals, and no parents beside their children, for a bar for the
 * region among its municipalities would be counted twice by the eye. On the wire parents come before their
 * children, so the finest level of a dimension is the one that is met last.
 *
 * @param beside - members that are wanted nevertheless, to compare with; they come last
 */
export function plottedTuples(tuples: readonly Tuple[], beside: readonly Reference[] = []): PlacedTuple[] {
  const finest = finestLevels(tuples);
  const isOwn = (entry: TupleEntry): boolean =>
    entry.kind === 'member' && finest.get(entry.dimension) === entry.level;
  const isBeside = (entry: TupleEntry): boolean =>
    beside.some(({ dimension, member }) => dimension === entry.dimension && member === entry.code);
  const plotted: PlacedTuple[] = [];
  const compared: PlacedTuple[] = [];
  tuples.forEach((tuple, index) => {
    if (tuple.every(isOwn)) plotted.push({ tuple, index });
    else if (tuple.every((entry) => isOwn(entry) || isBeside(entry))) {
      compared.push({ tuple, index, compared: true });
    }
  });
  return [...plotted, ...compared];
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
