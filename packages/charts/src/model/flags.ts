import { type Flag, FLAGS, type Tuple } from '@datakube/contract';
import type { ChartModel } from './chart-model.ts';
import type { ChartValue } from './chart-value.ts';
import type { Category, Series } from './series.ts';

/** What holds for every number of the members of a tuple. */
export function flagsOfTuple(tuple: Tuple): readonly Flag[] {
  const held = tuple.flatMap((entry) => entry.flags ?? []);
  return held.length === 0 ? NONE : FLAGS.filter((flag) => held.includes(flag));
}

const NONE: readonly Flag[] = [];

/** The value with what holds for its members as well. What is not shown has no flags: there is nothing to qualify. */
export function withFlags(value: ChartValue, ...more: readonly (readonly Flag[])[]): ChartValue {
  if (value.kind !== 'shown' || more.every((flags) => flags.length === 0)) return value;
  const held = [...(value.flags ?? []), ...more.flat()];
  return { ...value, flags: FLAGS.filter((flag) => held.includes(flag)) };
}

/** True where a value is shown and the flag holds for it: its own, its category's or its series'. */
export function holds(value: ChartValue | undefined, flag: Flag): boolean {
  return value?.kind === 'shown' && (value.flags?.includes(flag) ?? false);
}

/** True where some number shown is not provisional: only then does it help to draw those that are otherwise. */
export function someCertain({ series }: ChartModel): boolean {
  return series.some(({ values }) =>
    values.some((value) => value.kind === 'shown' && !holds(value, 'provisional')),
  );
}

/** What holds for a value beyond what its category and its series say already: what is marked beside the value itself. */
export function ownFlags(value: ChartValue, category?: Category, series?: Series): readonly Flag[] {
  if (value.kind !== 'shown' || !value.flags) return NONE;
  return value.flags.filter((flag) => !category?.flags?.includes(flag) && !series?.flags?.includes(flag));
}

/** All that holds for some number shown in the model, in the order of {@link FLAGS}. */
export function flagsShown({ series, references, whole }: ChartModel): Flag[] {
  const values = [...series, ...references, ...(whole ? [whole] : [])].flatMap((each) => each.values);
  return FLAGS.filter((flag) => values.some((value) => holds(value, flag)));
}

/**
 * The categories before which a series breaks: numbers on both sides cannot be compared. Never the first, which has
 * nothing before it. For categories that are periods.
 */
export function breaksIn({ categories, series, references }: ChartModel): number[] {
  return [...categories.keys()].filter(
    (category) =>
      category > 0 &&
      ((categories[category]?.flags?.includes('break') ?? false) ||
        [...series, ...references].some(({ values }) => holds(values[category], 'break'))),
  );
}
