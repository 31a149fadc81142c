import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mapAreas, plainCode } from './map-areas.ts';
import type { MapFeature } from './map-options.ts';

const feature = (properties: MapFeature['properties'], id?: string | number): MapFeature => ({
  type: 'Feature',
  ...(id === undefined ? {} : { id }),
  properties,
  geometry: { type: 'Polygon', coordinates: [] },
});
const codes = (features: readonly MapFeature[], key?: string) =>
  mapAreas({ type: 'FeatureCollection', features }, key).areas.map(({ code }) => code);

describe('the areas of a geometry', () => {
  it('are known by code, kode, KOMKODE or id, whichever there is', () => {
    const features = [
      feature({ code: '0101' }),
      feature({ kode: 147 }),
      feature({ KOMKODE: '0151' }),
      feature({}, '0153'),
    ];
    assert.deepEqual(codes(features), ['101', '147', '151', '153']);
  });

  it('are known by the property that was named, and by no other', () => {
    assert.deepEqual(codes([feature({ code: 'x', LAU: '0101' })], 'LAU'), ['101']);
    assert.deepEqual(codes([feature({ code: 'x' }, 'y')], 'LAU'), [null]);
  });

  it('are one where features share a code', () => {
    const { areas } = mapAreas(
      { type: 'FeatureCollection', features: [feature({ code: '0825' }), feature({ code: '825' })] },
      undefined,
    );
    assert.equal(areas.length, 1);
    assert.ok(areas[0]?.shape.type === 'FeatureCollection' && 'features' in areas[0].shape);
    assert.equal(areas[0].shape.features.length, 2);
  });

  it('are polygons: points and features without geometry are no areas', () => {
    const point: MapFeature = { ...feature({ code: 'a' }), geometry: { type: 'Point', coordinates: [1, 2] } };
    assert.deepEqual(codes([point, { ...feature({ code: 'b' }), geometry: null }]), []);
  });

  it('compare codes without their leading zeros', () => {
    assert.deepEqual(['0101', '101', '0', '000', 'DK01'].map(plainCode), ['101', '101', '0', '0', 'DK01']);
  });
});
