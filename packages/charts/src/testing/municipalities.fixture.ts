import type { CellSet, TupleEntry } from '@datakube/contract';
import { MUNICIPALITY_TILES } from '../kinds/tile-map/municipality-tiles.ts';
import { cellSetOf, type CellLike } from './cell-set.fixture.ts';

/** A municipality by its code, named by its abbreviation. */
export function municipality(code: string): TupleEntry {
  const label = MUNICIPALITY_TILES.find((tile) => tile[0] === code)?.[1] ?? code;
  return { dimension: 'residence', level: 'municipality', code, label, kind: 'member' };
}

/** A number or status for each of the first municipalities. */
export function municipalities(cells: readonly CellLike[], underneath?: (index: number) => number): CellSet {
  const codes = MUNICIPALITY_TILES.slice(0, cells.length).map(([code]) => code);
  return cellSetOf(
    codes.map((code) => [municipality(code)]),
    [[]],
    cells.map((cell) => [cell]),
    underneath,
  );
}
