export type { LegendEntry } from './chart-legend.ts';
export type {
  Annotation,
  AnyChartOptions,
  BarChartOptions,
  ChartOptions,
  LineChartOptions,
  Reference,
} from './chart-options.ts';
export { chartStyles } from './chart-styles.ts';
export type { ChartTable, TableCell } from './chart-table.ts';
export { type Chart, type ChartParts, defineChart } from './chart.ts';
export type { ChartFacts } from './fitting/chart-facts.ts';
export { fittingChart } from './fitting/fitting-chart.ts';
export { type Misfit, misfit } from './fitting/misfit.ts';
export type { Reason } from './fitting/reasons.ts';
export { areaChart } from './kinds/area/area-chart.ts';
export { barChart } from './kinds/bar/bar-chart.ts';
export { boxChart } from './kinds/box/box-chart.ts';
export type { BoxChartOptions } from './kinds/box/box-options.ts';
export { dotChart } from './kinds/dot/dot-chart.ts';
export type { DotChartOptions } from './kinds/dot/dot-options.ts';
export { heatMapChart } from './kinds/heat-map/heat-map-chart.ts';
export type { HeatMapChartOptions } from './kinds/heat-map/heat-map-options.ts';
export { shareBarChart } from './kinds/share-bar/share-bar-chart.ts';
export { stackedBarChart } from './kinds/stacked-bar/stacked-bar-chart.ts';
export { lineChart } from './kinds/line/line-chart.ts';
export { mapChart } from './kinds/map/map-chart.ts';
export type { MapChartOptions, MapFeature, MapGeometry } from './kinds/map/map-options.ts';
export { pyramidChart } from './kinds/pyramid/pyramid-chart.ts';
export type { PyramidChartOptions } from './kinds/pyramid/pyramid-options.ts';
export { smallMultiplesChart } from './kinds/small-multiples/small-multiples-chart.ts';
export type { SmallMultiplesOptions } from './kinds/small-multiples/small-multiples-options.ts';
export { sparklineStyles } from './kinds/sparkline/sparkline-styles.ts';
export { sparkline, type SparklineOptions, sparklineText } from './kinds/sparkline/sparkline.ts';
export { tileMapChart } from './kinds/tile-map/tile-map-chart.ts';
export { loadChart } from './load-chart.ts';
export { MAX_SERIES } from './model/chart-model.ts';
export type { ChartValue } from './model/chart-value.ts';
export { categoryDimensions } from './model/layout.ts';
export { drawChart } from './scene/draw.ts';
export { shape, text, type Shape } from './scene/shape.ts';
