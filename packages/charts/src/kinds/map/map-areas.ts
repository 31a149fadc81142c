import type { GeoPermissibleObjects } from 'd3-geo';
import type { MapFeature, MapGeometry } from './map-options.ts';

/** All that is drawn of one code. */
export interface MapArea {
  /** Without leading zeros; null where the features say no code. */
  readonly code: string | null;
  readonly features: readonly MapFeature[];
}

/** A code as it is compared: `0101`, `101` and 101 are the same. */
export function plainCode(code: string): string {
  return code.replace(/^0+(?=.)/, '');
}

/** The areas of a geometry. Features with the same code, as a municipality and its islands, are one. */
export function mapAreas({ features }: MapGeometry, key: string | undefined): MapArea[] {
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
  const areas = [...byCode].map(([code, parts]): MapArea => ({ code, features: parts }));
  return others.length > 0 ? [...areas, { code: null, features: others }] : areas;
}

/** Areas as one shape. The types of our own say less than those of d3, so that a page may hand over what it has. */
export function shapeOf(areas: readonly MapArea[]): GeoPermissibleObjects {
  const features = areas.flatMap((area) => area.features);
  return { type: 'FeatureCollection', features } as unknown as GeoPermissibleObjects;
}

function codeOf({ id, properties }: MapFeature, key: string | undefined): string | null {
  const found =
    key === undefined
      ? (properties?.['code'] ?? properties?.['kode'] ?? properties?.['KOMKODE'] ?? id)
      : properties?.[key];
  return typeof found === 'string' || typeof found === 'number' ? plainCode(String(found)) : null;
}
