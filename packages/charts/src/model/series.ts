import type { Flag } from '@datakube/contract';
import type { ChartValue } from './chart-value.ts';

/** A place along the axis of names or of time. */
export interface Category {
  readonly label: string;
  readonly codes: readonly string[];
  /** What holds for every number of the category; left out where nothing does. */
  readonly flags?: readonly Flag[];
  /** True where the category is there to compare with, beside those that are drawn anyway. */
  readonly compared?: boolean;
}

/** The values of one colour, one for each category. The label is empty where there is only one series. */
export interface Series {
  readonly label: string;
  /** Of the members that name the series, in the order of the label. */
  readonly codes: readonly string[];
  readonly values: readonly ChartValue[];
  /** What holds for every number of the series, as where each is a period; left out where nothing does. */
  readonly flags?: readonly Flag[];
}

/** What series are compared with: cells of the same cell set in which one dimension stands at another member. */
export interface ReferenceSeries extends Series {
  readonly dimension: string;
  readonly member: string;
  /** The series it is to be compared with, by their place among those of the model. */
  readonly of: readonly number[];
}
