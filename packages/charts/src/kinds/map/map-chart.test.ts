import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Shape } from '../../scene/shape.ts';
import { cellSetOf, member, type CellLike } from '../../testing/cell-set.fixture.ts';
import { municipalities, municipality } from '../../testing/municipalities.fixture.ts';
import { MUNICIPALITY_TILES } from '../tile-map/municipality-tiles.ts';
import { all, anyWidth, marksOf, undrawable, unreadable } from '../../testing/drawn.fixture.ts';
import { mapChart } from './map-chart.ts';
import type { MapGeometry } from './map-options.ts';

/** Squares in place of outlines, in metres: the first municipalities of the list. */
const squares = (count: number): MapGeometry => ({
  type: 'FeatureCollection',
  features: MUNICIPALITY_TILES.slice(0, count).map(([KOMKODE, , x, y]) => {
    const [west, north] = [x * 20_000, -y * 20_000];
    const [east, south] = [west + 20_000, north - 20_000];
    const coordinates = [
      [
        [west, south],
        [west, north],
        [east, north],
        [east, south],
        [west, south],
      ],
    ];
    return { type: 'Feature', properties: { KOMKODE }, geometry: { type: 'Polygon', coordinates } };
  }),
});
const paths = (shape: Shape): Shape[] => all(shape).filter(({ tag }) => tag === 'path');

describe('a map', () => {
  it('is one shade for a class, hatch for what is hidden, and blank where there is no number', () => {
    const cellSet = municipalities([1, 2, 3, 4, 5, 'suppressed', 'missing']);
    const scene = mapChart.scene(cellSet, { geometry: squares(8), id: 'c' });
    assert.deepEqual(
      marksOf(scene).map((mark) => paths(mark)[0]?.attributes['class']),
      [...[1, 2, 3, 4, 5].map((shade) => `step class-${shade} place`), 'hidden place', 'empty place'],
    );
    const hidden = paths(scene).find(({ attributes }) => attributes['class'] === 'hidden place');
    assert.equal(hidden?.attributes['fill'], 'url(#c-hatch)');
  });

  it('draws areas without a cell blank and without a mark', () => {
    const scene = mapChart.scene(municipalities([1, 2]), { geometry: squares(5) });
    assert.equal(paths(scene).length, 5);
    assert.equal(marksOf(scene).length, 2);
    assert.deepEqual(
      mapChart.legend(municipalities([1, 2]), { geometry: squares(5) }).map(({ kind }) => kind),
      ['empty'],
    );
  });

  it('outlines one’s own place and names every place', () => {
    const scene = mapChart.scene(municipalities([1, 'suppressed']), {
      geometry: squares(2),
      highlight: '0147',
      unit: 'pr. 1.000',
    });
    assert.deepEqual(
      marksOf(scene).map(({ attributes }) => attributes['aria-label']),
      ['Køb: 1 pr. 1.000', 'Frb: skjult af hensyn til diskretion'],
    );
    assert.deepEqual(
      paths(scene).map(({ attributes }) => attributes['class']?.includes('own-place')),
      [false, true],
    );
  });

  it('says what is nowhere on the map', () => {
    const cellSet = cellSetOf(
      [[municipality('0101')], [member('residence', 'abroad', 'municipality')]],
      [[]],
      [[1], [2]],
    );
    assert.deepEqual(mapChart.notices(cellSet, { geometry: squares(3) }), [
      '1 af 2 har ingen plads på kortet; tabellen har dem med.',
    ]);
    assert.equal(mapChart.table(cellSet, { geometry: squares(3) }).rows.length, 2);
  });

  it('is nothing but its words without a geometry', () => {
    const scene = mapChart.scene(municipalities([1, 2]));
    assert.deepEqual([marksOf(scene).length, paths(scene).length], [0, 0]);
    assert.equal(
      mapChart.describe(municipalities([1, 2])),
      'Af de viste er Frb størst (2) og Køb mindst (1).',
    );
  });

  it('fits any width', () => {
    fc.assert(
      fc.property(anyWidth, fc.integer({ min: 1, max: 98 }), (width, count) => {
        const cells = Array.from({ length: count }, (_, at) => at * 1000);
        const scene = mapChart.scene(municipalities(cells), { id: 'c', width, geometry: squares(98) });
        assert.equal(marksOf(scene).length, count);
        assert.deepEqual([...undrawable(scene), ...unreadable(scene, width)], []);
      }),
      { numRuns: 30 },
    );
  });

  it('is the same whatever lies in a cell without a number', () => {
    const cell = fc.oneof(
      fc.integer({ min: 0, max: 900 }),
      fc.constantFrom<CellLike>('suppressed', 'missing'),
    );
    const smuggled = fc.infiniteStream(fc.integer({ min: -1e6, max: 1e6 }));
    const options = { id: 'c', geometry: squares(40), highlight: '0101' };
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 40 }), smuggled, (cells, numbers) => {
        const dirty = municipalities(cells, () => Number(numbers.next().value));
        for (const made of ['scene', 'describe', 'table', 'legend', 'notices'] as const) {
          assert.deepEqual(
            mapChart[made](dirty, options),
            mapChart[made](municipalities(cells), options),
            made,
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});
