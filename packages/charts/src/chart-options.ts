import type { Language } from '@datakube/contract';
import type { BoxChartOptions } from './kinds/box/box-options.ts';
import type { DotChartOptions } from './kinds/dot/dot-options.ts';
import type { HeatMapChartOptions } from './kinds/heat-map/heat-map-options.ts';
import type { MapChartOptions } from './kinds/map/map-options.ts';
import type { PyramidChartOptions } from './kinds/pyramid/pyramid-options.ts';
import type { SmallMultiplesOptions } from './kinds/small-multiples/small-multiples-options.ts';

/**
 * A member to compare with: one's own municipality, the region, the country.
 *
 * @example
 * ```ts
 * const country: Reference = { dimension: 'residence', member: 'total', label: 'Hele landet' };
 * ```
 */
export interface Reference {
  readonly dimension: string;
  /** Code of the member; `total` for all together. */
  readonly member: string;
  /** Default: the label of the member in the cell set. */
  readonly label?: string;
}

/** A remark of the page on a chart. */
export interface Annotation {
  /** Code of a category, as a period, or a number on the value axis. */
  readonly at: string | number;
  readonly text: string;
}

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
  /** Accessible name of the drawing. Default: what `describe` of the chart says. */
  readonly label?: string;
  /** The dimension that carries time. Default `time`. */
  readonly timeDimension?: string;
  /**
   * Members to compare with: a dashed line across bars, a grey line among lines, bars of their own beside stacked
   * ones. Default none. They are read as cells of the cell set, never calculated, so the query must ask for them: with
   * `totals: true`, or as members of an axis. What is not in the cell set is said in the notices. Right for rates; a
   * total of counts dwarfs its parts.
   */
  readonly references?: readonly Reference[];
  /**
   * Remarks of the page, drawn where they belong and repeated in the legend. Default none. A remark at a number is
   * part of the value axis, which reaches as far as it: give only what bears comparison with the values.
   */
  readonly annotations?: readonly Annotation[];
  /** Code of a member to stand out, as one's own municipality: accent colour for it, grey for the others. */
  readonly highlight?: string;
  /** Prefix of ids within the drawing. Default: a number that no other chart of the page has. */
  readonly id?: string;
  /** Width of a text in pixels, at 12 px. Default: an estimate. Give an exact one where there is a canvas. */
  readonly measureText?: (text: string) => number;
}

/** Options of {@link barChart}, {@link stackedBarChart} and {@link shareBarChart}. */
export interface BarChartOptions extends ChartOptions {
  /**
   * Order of the bars. `value` (default): largest first, by the total where stacked bars have one and by the share of
   * the first part where bars are shares; values that are not shown last by name, so that their place says nothing.
   * `given`: as the cell set has them; right for age and other ordered members.
   */
  readonly order?: 'value' | 'given';
  /** How many groups of bars are drawn at most. Default 200. What is left out is said in the notices. */
  readonly limit?: number;
}

/** Options of {@link lineChart} and {@link areaChart}. */
export interface LineChartOptions extends ChartOptions {
  /** Height of the drawing in CSS pixels. Default 300, or 240 where the width is under 480. */
  readonly height?: number;
  /**
   * True to begin the value axis at zero. Default false: it begins at zero only where the smallest value shown
   * is less than half of the largest. Layers always begin at zero.
   */
  readonly zero?: boolean;
}

/** Options of all charts together: each reads those it knows. */
export type AnyChartOptions = BarChartOptions &
  LineChartOptions &
  PyramidChartOptions &
  HeatMapChartOptions &
  DotChartOptions &
  SmallMultiplesOptions &
  MapChartOptions &
  BoxChartOptions;
