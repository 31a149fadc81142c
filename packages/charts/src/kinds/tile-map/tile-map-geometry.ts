import type { ChartModel } from '../../model/chart-model.ts';
import { municipalityTile } from './municipality-tiles.ts';
import type { PlaceList } from './ranked-places.ts';

/** Largest distance from one tile to the next, in pixels; gaps are a fifteenth of it. */
export const LARGEST_PITCH = 38;

const edge = 2;
const keyGap = 8;
/** Room for the key of the classes beside the lists, however small the map is. */
const narrowestKey = 300;
const between = 40;
const narrowestBeside = 220;
const widestBeside = 364;
const narrowestBelow = 150;
const gapBelow = 16;

/** Heights within a list: from its top to the rule, to the first line, from line to line, and below the last. */
export const LIST = { rule: 24, first: 30, line: 22, after: 16 } as const;

export interface PlacedTile {
  readonly category: number;
  readonly abbreviation: string;
  readonly x: number;
  readonly y: number;
}

export interface PlacedList {
  readonly list: PlaceList;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface TileMapGeometry {
  readonly width: number;
  readonly height: number;
  /** Where the key of the classes begins, below the map, and how wide it may be. */
  readonly keyTop: number;
  readonly keyWidth: number;
  /** Length of the side of a tile. */
  readonly side: number;
  /** Distance between two tiles. */
  readonly gap: number;
  readonly tiles: readonly PlacedTile[];
  readonly lists: readonly PlacedList[];
}

/**
 * Where tiles and lists stand: only the part of the country that has members, as large as the width allows, the key of
 * the classes below it, with the lists beside it where there is room and below it where there is not.
 *
 * @param key - height of the key
 */
export function tileMapGeometry(
  model: ChartModel,
  lists: readonly PlaceList[],
  { width, key }: { readonly width: number; readonly key: number },
): TileMapGeometry {
  const found = model.categories.flatMap(({ codes }, category) => {
    const tile = codes.map(municipalityTile).find((each) => each !== undefined);
    return tile ? [{ category, abbreviation: tile[1], column: tile[2], row: tile[3] }] : [];
  });
  const left = Math.min(...found.map(({ column }) => column));
  const top = Math.min(...found.map(({ row }) => row));
  const columns = found.length > 0 ? Math.max(...found.map(({ column }) => column)) - left + 1 : 0;
  const rows = found.length > 0 ? Math.max(...found.map(({ row }) => row)) - top + 1 : 0;

  const pitch = Math.min(LARGEST_PITCH, (width - 2 * edge) / Math.max(1, columns));
  const mapRoom = Math.max(narrowestKey, columns * pitch + 2 * edge);
  const keyTop = rows * pitch + 2 * edge + keyGap;
  const bottom = keyTop + key;
  const beside = width - mapRoom - between >= narrowestBeside;
  const placed = beside ? listsBeside(lists, mapRoom, width) : listsBelow(lists, bottom + gapBelow, width);
  return {
    width,
    height: Math.max(bottom, ...placed.map(bottomOf)),
    keyTop,
    keyWidth: beside && lists.length > 0 ? width - listRoom(mapRoom, width) - between / 2 : width,
    side: pitch * (14 / 15),
    gap: pitch / 15,
    tiles: found.map(({ category, abbreviation, column, row }) => ({
      category,
      abbreviation,
      x: edge + (column - left) * pitch,
      y: edge + (row - top) * pitch,
    })),
    lists: placed,
  };
}

function listRoom(mapRoom: number, width: number): number {
  return Math.min(widestBeside, width - mapRoom - between);
}

function listsBeside(lists: readonly PlaceList[], mapRoom: number, width: number): PlacedList[] {
  const room = listRoom(mapRoom, width);
  let y = 0;
  return lists.map((list) => {
    const placed = { list, x: width - room, y, width: room };
    y = bottomOf(placed) + LIST.after;
    return placed;
  });
}

function listsBelow(lists: readonly PlaceList[], top: number, width: number): PlacedList[] {
  const columns = Math.max(
    1,
    Math.min(lists.length, Math.floor((width + gapBelow) / (narrowestBelow + gapBelow))),
  );
  const room = Math.min(widestBeside, (width - gapBelow * (columns - 1)) / columns);
  const placed: PlacedList[] = [];
  let y = top;
  for (let at = 0; at < lists.length; at += columns) {
    const line = lists
      .slice(at, at + columns)
      .map((list, column) => ({ list, x: column * (room + gapBelow), y, width: room }));
    placed.push(...line);
    y = Math.max(...line.map(bottomOf)) + LIST.after;
  }
  return placed;
}

function bottomOf({ list, y }: PlacedList): number {
  return y + LIST.first + LIST.line * list.lines.length;
}
