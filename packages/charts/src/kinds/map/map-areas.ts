import type { GeoPermissibleObjects } from 'd3-geo';
import type { MapFeature, MapGeometry } from './map-options.ts';

/** All that is drawn of one code. */
export interface MapArea {
  /** Without leading zeros; null where the features say no code. */
  readonly code: string | null;
  readonly shape: GeoPermissibleObjects;
}

/** A geometry by its areas. */
export interface MapOfAreas {
  readonly areas: readonly MapArea[];
  /** All of them together. */
  readonly whole: GeoPermissibleObjects;
}

// A geometry is read once, and not for each width in which it is drawn.
const read = new WeakMap<MapGeometry, { readonly key: string | undefined; readonly map: MapOfAreas }>();
const nothing: MapOfAreas = { areas: [], whole: shapeOf([]) };

/** A code as it is compared: `0101`, `101` and 101 are the same. */
export function plainCode(code: string): string {
  return code.replace(/^0+(?=.)/, '');
}

/**
 * The areas of a geometry, as it is when it is first asked for; none without one. Features with the same code, as a
 * municipality and its islands, are one.
 */
export function mapAreas(geometry: MapGeometry | undefined, key: string | undefined): MapOfAreas {
  if (!geometry) return nothing;
  const before = read.get(geometry);
  if (before && before.key === key) return before.map;
  const map = areasIn(geometry, key);
  read.set(geometry, { key, map });
  return map;
}

function areasIn({ features }: MapGeometry, key: string | undefined): MapOfAreas {
  const byCode = new Map<string, MapFeature[]>();
  const others: MapFeature[] = [];
  for (const feature of features) {
    if (feature.geometry?.type !== 'Polygon' && feature.geometry?.type !== 'MultiPolygon') continue;
    const code = codeOf(feature, key);
    if (code === null) {
      others.push(feature);
      continue;
    }
    byCode.set(code, [...(byCode.get(code) ?? []), feature]);
  }
  const areas = [...byCode].map(([code, parts]): MapArea => ({ code, shape: shapeOf(parts) }));
  if (others.length > 0) areas.push({ code: null, shape: shapeOf(others) });
  return { areas, whole: shapeOf([...byCode.values(), others].flat()) };
}

// The types of our own say less than those of d3, so that a page may hand over what it has.
function shapeOf(features: readonly MapFeature[]): GeoPermissibleObjects {
  return { type: 'FeatureCollection', features } as unknown as GeoPermissibleObjects;
}

function codeOf({ id, properties }: MapFeature, key: string | undefined): string | null {
  const found =
    key === undefined
      ? (properties?.['code'] ?? properties?.['kode'] ?? properties?.['KOMKODE'] ?? id)
      : properties?.[key];
  return typeof found === 'string' || typeof found === 'number' ? plainCode(String(found)) : null;
}
