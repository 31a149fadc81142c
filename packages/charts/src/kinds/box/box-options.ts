import type { ChartOptions } from '../../chart-options.ts';

/** Options of {@link boxChart}. `highlight` marks the value of one member, as one's own municipality, in every group. */
export interface BoxChartOptions extends ChartOptions {
  /** The dimension over whose members values are distributed. Default: what is on the rows. */
  readonly memberDimension?: string;
  /** What the members are called, as in `94 kommuner vist, 4 skjult`. Default: nothing, `94 vist, 4 skjult`. */
  readonly members?: string;
  /**
   * True to begin the axis at zero. Default false: a box is read by where it stands, so the axis begins at zero only
   * where the smallest value shown is less than half of the largest.
   */
  readonly zero?: boolean;
}
