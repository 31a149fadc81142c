import type { ChartOptions } from '../../chart-options.ts';

/** Options of {@link smallMultiplesChart}. */
export interface SmallMultiplesOptions extends ChartOptions {
  /** How many panels are drawn at most. Default 100. What is left out is said in the notices. */
  readonly limit?: number;
  /**
   * True to begin the scale at zero. Default false: it begins at zero only where the smallest value shown is less than
   * half of the largest.
   */
  readonly zero?: boolean;
}
