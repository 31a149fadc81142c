import type { Flag } from '@datakube/contract';
import { scaleQuantile } from 'd3-scale';
import type { ChartModel } from '../../model/chart-model.ts';
import type { ChartValue } from '../../model/chart-value.ts';
import type { Series } from '../../model/series.ts';

/** Of fewer values than this, quartiles say less than the values themselves: those are drawn as dots. */
export const LEAST_FOR_A_BOX = 5;

/** Five numbers that sum up a distribution (Tukey 1977). */
export interface FiveNumbers {
  readonly least: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly most: number;
}

/** How the values shown of a group are distributed over its members. */
export interface Distribution {
  readonly label: string;
  /** What holds for every number of the group. */
  readonly flags: readonly Flag[];
  /** Sorted, smallest first. */
  readonly shown: readonly { readonly label: string; readonly value: number }[];
  /** How many members are hidden: how many, never which are near what. */
  readonly hidden: number;
  /** Null where too few values are shown. */
  readonly box: FiveNumbers | null;
  /** The value of the member that stands out; null where the group has not that member. */
  readonly own: { readonly label: string; readonly value: ChartValue } | null;
}

/** The distributions of a model: one for each series, over its categories. */
export function distributionsOf(model: ChartModel, highlight: string | undefined): Distribution[] {
  return model.series.map((series) => distributionOf(model, series, highlight));
}

function distributionOf(
  { categories }: ChartModel,
  { label, flags = [], values }: Series,
  highlight: string | undefined,
): Distribution {
  const shown = values
    .flatMap((value, category) =>
      value.kind === 'shown' ? [{ label: categories[category]?.label ?? '', value: value.value }] : [],
    )
    .sort((a, b) => a.value - b.value);
  const own = highlight === undefined ? -1 : categories.findIndex(({ codes }) => codes.includes(highlight));
  const ownValue = values[own];
  return {
    label,
    flags,
    shown,
    hidden: values.filter(({ kind }) => kind === 'hidden').length,
    box: fiveNumbers(shown.map(({ value }) => value)),
    own:
      ownValue && ownValue.kind !== 'not-applicable'
        ? { label: categories[own]?.label ?? '', value: ownValue }
        : null,
  };
}

/**
 * Smallest, quartiles and largest of sorted numbers; null where they are too few. Quartiles are by definition 7 of
 * Hyndman and Fan (1996), doi:10.1080/00031305.1996.10473566, the default of R, numpy and d3.
 */
export function fiveNumbers(sorted: readonly number[]): FiveNumbers | null {
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined || sorted.length < LEAST_FOR_A_BOX) return null;
  const [lower = least, median = least, upper = most] = scaleQuantile<number>()
    .domain(sorted)
    .range([1, 2, 3, 4])
    .quantiles();
  return { least, lower, median, upper, most };
}
