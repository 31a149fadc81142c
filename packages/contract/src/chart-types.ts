/** The kinds of chart there are, each a function of its own in `@datakube/charts`. */
export const CHART_TYPES = [
  'bar',
  'stacked-bar',
  'share-bar',
  'line',
  'area',
  'pyramid',
  'heat-map',
  'dot',
  'small-multiples',
  'tile-map',
  'map',
  'box',
] as const;
export type ChartType = (typeof CHART_TYPES)[number];

/** True for the name of a kind of chart. */
export function isChartType(name: string): name is ChartType {
  return (CHART_TYPES as readonly string[]).includes(name);
}
