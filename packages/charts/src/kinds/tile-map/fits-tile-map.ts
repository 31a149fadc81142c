import type { CellSet } from '@datakube/contract';
import type { ChartOptions } from '../../chart-options.ts';
import { municipalityTile } from './municipality-tiles.ts';
import { tileMapModel } from './tile-map-scene.ts';

/** True where every member of a dimension that is drawn is one of the 98 municipalities: only they have a tile. */
export function fitsTileMap(cellSet: CellSet, options: ChartOptions = {}): boolean {
  const { categories } = tileMapModel(cellSet, options);
  return (
    categories.length > 0 &&
    categories.every(({ codes }) => codes.some((code) => municipalityTile(code) !== undefined))
  );
}
