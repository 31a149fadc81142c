import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CellLike } from '../../testing/cell-set.fixture.ts';
import { municipalities, municipality } from '../../testing/municipalities.fixture.ts';
import { cellSetOf } from '../../testing/cell-set.fixture.ts';
import { placeLists } from './ranked-places.ts';
import { tileMapGeometry } from './tile-map-geometry.ts';
import { tileMapModel } from './tile-map-scene.ts';

const writing = { language: 'da', decimals: 0, unit: '' } as const;
const of = (cellSet: ReturnType<typeof municipalities>, width: number) => {
  const model = tileMapModel(cellSet, {});
  return tileMapGeometry(model, placeLists(model, writing, undefined), { width, key: 34 });
};
const country = municipalities(Array.from({ length: 98 }, (_, index) => index));

describe('tile map geometry', () => {
  it('places tiles by hand-worked arithmetic', () => {
    // 18 columns of 38 begin at 2: København stands in column 16, row 7; Frederikshavn in column 6, row 0.
    const { tiles, side, lists } = of(country, 1216);
    assert.deepEqual([tiles[0]?.x, tiles[0]?.y], [2 + 16 * 38, 2 + 7 * 38]);
    const frederikshavn = tiles.find(({ abbreviation }) => abbreviation === 'Frh');
    assert.deepEqual([frederikshavn?.x, frederikshavn?.y], [2 + 6 * 38, 2]);
    assert.ok(Math.abs(side - 35.47) < 0.01);
    // 1216 − 364 = 852 for the lists; a list of five is 30 + 5 × 22 high, with 16 below it.
    assert.deepEqual(
      lists.map(({ x, y }) => [x, y]),
      [
        [852, 0],
        [852, 156],
      ],
    );
  });

  it('shrinks tiles to the width and puts the lists below', () => {
    // 320 − 4 in 18 columns, 13 rows of 17,56 and 4, 8 to the key of 34: the lists begin 16 below.
    const { tiles, lists } = of(country, 320);
    assert.ok(Math.abs((tiles[0]?.x ?? 0) - (2 + (16 * 316) / 18)) < 1e-9);
    assert.ok(Math.abs((lists[0]?.y ?? 0) - ((13 * 316) / 18 + 4 + 8 + 34 + 16)) < 1e-9);
    assert.deepEqual(
      lists.map(({ x }) => x),
      [0, 168],
    );
  });

  it('shows the part of the country that has members', () => {
    const north = cellSetOf([[municipality('0860')], [municipality('0825')]], [[]], [[1], [2]]);
    const { tiles } = of(north, 400);
    assert.deepEqual(
      tiles.map(({ x, y }) => [x, y]),
      [
        [2, 2],
        [2 + 3 * 38, 2],
      ],
    );
  });

  it('keeps everything within the width, and no tile on another, nor on a list', () => {
    const cell = fc.oneof(
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom<CellLike>('suppressed', 'missing'),
    );
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 98 }),
        fc.integer({ min: 280, max: 1400 }),
        (cells, width) => {
          const { tiles, lists, side, height } = of(municipalities(cells), width);
          assert.equal(tiles.length, cells.length);
          assert.equal(new Set(tiles.map(({ x, y }) => `${Math.round(x / side)} ${y}`)).size, tiles.length);
          const right = Math.max(...tiles.map(({ x }) => x + side));
          const bottom = Math.max(...tiles.map(({ y }) => y + side));
          assert.ok(right <= width && bottom <= height);
          for (const list of lists) {
            assert.ok(list.x >= 0 && list.x + list.width <= width + 1e-9);
            assert.ok(list.x > right || list.y > bottom);
          }
        },
      ),
    );
  });
});
