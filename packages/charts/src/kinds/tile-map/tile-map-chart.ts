import type { CellSet } from '@datakube/contract';
import { type Chart, defineChart } from '../../chart.ts';
import { legendOf, type LegendEntry } from '../../chart-legend.ts';
import type { ChartOptions } from '../../chart-options.ts';
import { tableOf } from '../../chart-table.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { orderByValue } from '../../model/order.ts';
import { noticesOf } from '../../notices.ts';
import { mapLegendEntries, mapNotices } from '../../scene/map-words.ts';
import { describeExtremes } from '../../sentences/extremes.ts';
import type { Writing } from '../../words.ts';
import { municipalityTile } from './municipality-tiles.ts';
import { tileMapModel, tileMapScene } from './tile-map-scene.ts';

/**
 * Draws the municipalities of Denmark as tiles of equal size, each near its neighbours, in up to five shades made from
 * the numbers shown. A hidden value is a hatched tile. Beside the map, or below it where it is narrow, stand the
 * highest and lowest of the numbers shown, one's own municipality, and by name those that are hidden. The table is
 * ordered from the highest to the lowest.
 *
 * For numbers that can be compared between places, as rates: counts say where most people live. Any part of the country
 * can be drawn; {@link misfit} says where members have no tile.
 *
 * Of the whole country on a phone, tiles are about 18 pixels wide: less than the 24 that a finger needs, for the map
 * must not have to be scrolled to be seen. The table, one key away, has the same numbers in larger rows; where 18 tiles
 * have 436 pixels or more, or a part of the country is drawn, tiles are large enough.
 *
 * The drawing takes its colours from {@link chartStyles}, which must be in the same document or shadow root.
 *
 * @example
 * ```ts
 * const svg = tileMapChart(cellSet, { measure: 'copd-per-1000', decimals: 1, highlight: '0846', width: 1216 });
 * element.replaceChildren(svg);
 * ```
 */
export const tileMapChart: Chart = defineChart({
  type: 'tile-map',
  walk: 'around',
  model: tileMapModel,
  scene: tileMapScene,
  sentence: describeExtremes,
  legend: (model: ChartModel, writing: Writing, options: ChartOptions): LegendEntry[] => [
    ...legendOf(model, writing, options),
    ...mapLegendEntries(model, writing, options),
  ],
  table: (model, writing) => tableOf(orderByValue(model, writing.language), writing),
  notices: (cellSet: CellSet, model: ChartModel, options: ChartOptions): string[] => [
    ...noticesOf(cellSet, { ...model, leftOut: { series: 0, categories: 0 } }, options),
    ...mapNotices(model, options, ({ codes }) => codes.some((code) => municipalityTile(code))),
  ],
});
