import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { geoMercator } from 'd3-geo';
import fc from 'fast-check';
import { mapAreas } from './map-areas.ts';
import type { MapFeature, MapGeometry } from './map-options.ts';
import { fitMap } from './map-projection.ts';

type Ring = readonly (readonly [number, number])[];

const feature = (...rings: Ring[]): MapFeature => ({
  type: 'Feature',
  properties: { code: 'a' },
  geometry: { type: 'Polygon', coordinates: rings },
});
const square = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
];
const shapesOf = (...features: MapFeature[]) => {
  const geometry: MapGeometry = { type: 'FeatureCollection', features };
  return mapAreas(geometry, undefined).whole;
};
const numbersOf = (outline: string): number[] => (outline.match(/-?[\d.]+/g) ?? []).map(Number);

describe('the projection of a map', () => {
  it('is Mercator for longitude and latitude: distances are those that d3 has', () => {
    const corners: Ring = square(8, 54.5, 3);
    const whole = shapesOf(feature(corners));
    const ours = numbersOf(fitMap(whole, { width: 600, height: 10_000 }).outline(whole).path);
    const theirs = corners.flatMap((corner) => geoMercator().fitWidth(600, whole)([...corner]) ?? []);
    // From the first corner: d3 fits the great circle between two corners, which bulges to the north.
    for (const at of [2, 3, 4, 5, 6, 7]) {
      const [own, other] = [ours, theirs].map((numbers) => (numbers[at] ?? 0) - (numbers[at % 2] ?? 0));
      assert.ok(Math.abs((own ?? 0) - (other ?? 0)) <= 0.2, `${own} for ${other}`);
    }
  });

  it('takes metres as they are, north up', () => {
    // UTM 32: 100 km wide and high into 200 pixels: 2 pixels a kilometre.
    const map = fitMap(shapesOf(feature(square(500_000, 6_000_000, 100_000))), { width: 200, height: 900 });
    assert.equal(map.height, 200);
    assert.deepEqual(
      numbersOf(map.outline(shapesOf(feature(square(550_000, 6_000_000, 10_000)))).path),
      [100, 200, 100, 180, 120, 180, 120, 200],
    );
  });

  it('does not mind which way rings are wound', () => {
    const ring = square(9, 55, 1);
    const box = (points: Ring) => {
      const whole = shapesOf(feature(points));
      return fitMap(whole, { width: 300, height: 900 }).outline(whole).box;
    };
    assert.deepEqual(box([...ring].reverse()), box(ring));
  });

  it('fits any map into its room, in proportion', () => {
    const metres = fc.integer({ min: 200, max: 2_000_000 });
    fc.assert(
      fc.property(metres, metres, fc.integer({ min: 200, max: 1200 }), (across, up, width) => {
        const ring: Ring = [
          [0, 0],
          [0, up],
          [across, up],
          [across, 0],
          [0, 0],
        ];
        const whole = shapesOf(feature(ring));
        const map = fitMap(whole, { width, height: 560 });
        const box = map.outline(whole).box;
        assert.ok(box.x >= -1e-6 && box.x + box.width <= width + 1e-6 && box.height <= 560 + 1e-6);
        assert.ok(Math.abs(box.width / box.height - across / up) < 0.01 * (across / up) + 0.01);
      }),
    );
  });

  it('leaves out points that no eye can tell apart', () => {
    const fine: Ring = Array.from({ length: 5001 }, (_, at) => [
      Math.cos((at / 2500) * Math.PI) * 1e5,
      Math.sin((at / 2500) * Math.PI) * 1e5,
    ]);
    const whole = shapesOf(feature(fine));
    const points = numbersOf(fitMap(whole, { width: 300, height: 300 }).outline(whole).path).length / 2;
    assert.ok(points > 500 && points < 2500, String(points));
  });

  it('draws nothing of what has no extent', () => {
    for (const whole of [shapesOf(), shapesOf(feature([[5, 5]]))]) {
      const map = fitMap(whole, { width: 300, height: 300 });
      assert.deepEqual([map.height, map.outline(whole).path], [0, '']);
    }
  });

  it('draws nothing of a feature whose coordinates are no numbers, and the others all the same', () => {
    const broken = feature([
      [Number.NaN, 0],
      [1, Number.NaN],
    ]);
    const good = feature(square(0, 0, 500_000));
    const map = fitMap(shapesOf(good), { width: 300, height: 300 });
    assert.equal(map.outline(shapesOf(broken)).path, '');
    assert.notEqual(map.outline(shapesOf(good)).path, '');
  });
});
