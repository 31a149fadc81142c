import type { Language } from '@datakube/contract';

/** What every chart understands. All of it is optional: `barChart(cellSet)` draws something sensible. */
export interface ChartOptions {
  /** Which measure of the cell set is drawn. Default: the first. */
  readonly measure?: string;
  /** Width in CSS pixels. Default 640. For another width the chart is drawn again, never scaled: text keeps its size. */
  readonly width?: number;
  /** Language of numbers and words. Default `da`. */
  readonly language?: Language;
  /** Digits after the decimal mark. Default 0. Take them from the measure's definition. */
  readonly decimals?: number;
  /** Written after a value in what is read aloud: `49,7 pr. 1.000 borgere`. Default none. */
  readonly unit?: string;
  /** Accessible name of the drawing. Default: the sentence of {@link describeChart}. */
  readonly label?: string;
  /** The dimension that carries time. Default `time`. */
  readonly timeDimension?: string;
  /**
   * Draws the total as a reference: a dashed line across bars, a grey line among lines. Default false, for a total
   * of counts dwarfs its parts. Good for rates. Needs a query with `totals: true`.
   */
  readonly reference?: boolean;
  /** Code of a member to stand out, as one's own municipality: accent colour for it, grey for the others. */
  readonly highlight?: string;
  /** Prefix of ids within the drawing. Default: a number that no other chart of the page has. */
  readonly id?: string;
  /** Width of a text in pixels, at 12 px. Default: an estimate. Give an exact one where there is a canvas. */
  readonly measureText?: (text: string) => number;
}

/** Options of {@link barChart}. */
export interface BarChartOptions extends ChartOptions {
  /**
   * Order of the bars. `value` (default): largest first, values that are not shown last by name, so that
   * their place says nothing. `given`: as the cell set has them; right for age and other ordered members.
   */
  readonly order?: 'value' | 'given';
  /** How many groups of bars are drawn at most. Default 200. What is left out is said in {@link chartNotices}. */
  readonly limit?: number;
}

/** Options of {@link lineChart}. */
export interface LineChartOptions extends ChartOptions {
  /** Height of the drawing in CSS pixels. Default 300, or 240 where the width is under 480. */
  readonly height?: number;
  /**
   * True to begin the value axis at zero. Default false: it begins at zero only where the smallest value shown
   * is less than half of the largest.
   */
  readonly zero?: boolean;
}

/** Options of all charts together: each reads those it knows. */
export type AnyChartOptions = BarChartOptions & LineChartOptions;
