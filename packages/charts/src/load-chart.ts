import type { ChartType } from '@datakube/contract';
import type { AnyChartOptions } from './chart-options.ts';
import type { Chart } from './chart.ts';

/** How each kind is loaded. */
export const LOADERS: Readonly<Record<ChartType, () => Promise<Chart<AnyChartOptions>>>> = {
  area: async () => (await import('./kinds/area/area-chart.ts')).areaChart,
  bar: async () => (await import('./kinds/bar/bar-chart.ts')).barChart,
  box: async () => (await import('./kinds/box/box-chart.ts')).boxChart,
  dot: async () => (await import('./kinds/dot/dot-chart.ts')).dotChart,
  'heat-map': async () => (await import('./kinds/heat-map/heat-map-chart.ts')).heatMapChart,
  'stacked-bar': async () => (await import('./kinds/stacked-bar/stacked-bar-chart.ts')).stackedBarChart,
  'share-bar': async () => (await import('./kinds/share-bar/share-bar-chart.ts')).shareBarChart,
  line: async () => (await import('./kinds/line/line-chart.ts')).lineChart,
  map: async () => (await import('./kinds/map/map-chart.ts')).mapChart,
  pyramid: async () => (await import('./kinds/pyramid/pyramid-chart.ts')).pyramidChart,
  'small-multiples': async () =>
    (await import('./kinds/small-multiples/small-multiples-chart.ts')).smallMultiplesChart,
  'tile-map': async () => (await import('./kinds/tile-map/tile-map-chart.ts')).tileMapChart,
};

/** A kind of chart, loaded when it is first asked for: a page of bars never pays for a map. */
export function loadChart(type: ChartType): Promise<Chart<AnyChartOptions>> {
  return LOADERS[type]();
}
