import type { CellSet } from '@datakube/contract';
import { type Chart, defineChart } from '../../chart.ts';
import { legendOf, type LegendEntry } from '../../chart-legend.ts';
import { tableOf } from '../../chart-table.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { orderByValue } from '../../model/order.ts';
import { noticesOf } from '../../notices.ts';
import { mapLegendEntries, mapNotices } from '../../scene/map-words.ts';
import { describeExtremes } from '../../sentences/extremes.ts';
import { mapAreas, plainCode } from './map-areas.ts';
import type { MapChartOptions } from './map-options.ts';
import { mapModel, mapScene } from './map-scene.ts';

/**
 * Draws the areas of a geometry in up to five shades made from the numbers shown. A hidden value is a hatched area; an
 * area without a number is blank. One's own place has a strong outline. The table is ordered from the highest to the
 * lowest.
 *
 * For numbers that can be compared between places, as rates. Large areas outshout small ones: {@link tileMapChart} does
 * not have that fault, and needs no geometry.
 *
 * The drawing takes its colours from {@link chartStyles}, which must be in the same document or shadow root.
 *
 * @example
 * ```ts
 * const geometry = await (await fetch('/kommuner.geojson')).json();
 * const svg = mapChart(cellSet, { geometry, geometryKey: 'KOMKODE', decimals: 1, highlight: '0846', width: 640 });
 * element.replaceChildren(svg);
 * ```
 */
export const mapChart: Chart<MapChartOptions> = defineChart({
  type: 'map',
  walk: 'around',
  model: mapModel,
  scene: mapScene,
  sentence: describeExtremes,
  legend: (model, writing, options): LegendEntry[] => {
    const known = codesOf(model);
    const vacant = mapAreas(options.geometry, options.geometryKey).areas.some(
      ({ code }) => code === null || !known.has(code),
    );
    return [...legendOf(model, writing, options), ...mapLegendEntries(model, writing, options, vacant)];
  },
  table: (model, writing) => tableOf(orderByValue(model, writing.language), writing),
  notices: (cellSet: CellSet, model: ChartModel, options: MapChartOptions): string[] => {
    const places = new Set(mapAreas(options.geometry, options.geometryKey).areas.map(({ code }) => code));
    return [
      ...noticesOf(cellSet, { ...model, leftOut: { series: 0, categories: 0 } }, options),
      ...mapNotices(model, options, ({ codes }) => codes.some((code) => places.has(plainCode(code)))),
    ];
  },
});

function codesOf({ categories }: ChartModel): Set<string> {
  return new Set(categories.flatMap(({ codes }) => codes.map(plainCode)));
}
