import type { Flag } from '@datakube/contract';
import type { ChartValue } from './chart-value.ts';

/** A place along the axis of names or of time. */
export interface Category {
  readonly label: string;
  readonly codes: readonly string[];
  /** What holds for every number of the category; left out where nothing does. */
  readonly flags?: readonly Flag[];
}

/** The values of one colour, one for each category. The label is empty where there is only one series. */
export interface Series {
  readonly label: string;
  readonly values: readonly ChartValue[];
}
