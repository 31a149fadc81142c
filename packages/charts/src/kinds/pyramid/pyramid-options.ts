import type { ChartOptions } from '../../chart-options.ts';

/** Options of {@link pyramidChart}. It draws no reference: a total dwarfs every age group. */
export interface PyramidChartOptions extends ChartOptions {
  /**
   * The dimension whose members are the age groups, youngest first as code lists have them. Default: what is on
   * the rows; where the rows have no more than two members and the columns have, what is on the columns.
   */
  readonly ageDimension?: string;
}
