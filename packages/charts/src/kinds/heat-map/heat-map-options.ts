import type { ChartOptions } from '../../chart-options.ts';

/**
 * Options of {@link heatMapChart}. `highlight` makes the name of a row or column strong, with a bar in the accent
 * colour; its squares keep the shade of their values.
 */
export interface HeatMapChartOptions extends ChartOptions {
  /** How many rows are drawn at most. Default 200. What is left out is said in the notices. */
  readonly limit?: number;
}
