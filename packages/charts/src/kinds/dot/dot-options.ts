import type { ChartOptions } from '../../chart-options.ts';

/** Options of {@link dotChart}. */
export interface DotChartOptions extends ChartOptions {
  /**
   * Order of the rows. `value` (default): largest first by the first series, values that are not shown last by name,
   * so that their place says nothing. `given`: as the cell set has them; right for age and other ordered members.
   */
  readonly order?: 'value' | 'given';
  /** How many rows are drawn at most. Default 200. What is left out is said in the notices. */
  readonly limit?: number;
  /**
   * True to begin the axis at zero. Default false: a dot is read by where it stands, not by how long it is, so the
   * axis begins at zero only where the smallest value shown is less than half of the largest.
   */
  readonly zero?: boolean;
}
