import type { FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';

/** Borders to draw a map from: GeoJSON, or TopoJSON, of which the first object is taken. */
export type ChartGeometry = FeatureCollection | Topology;

const read = new WeakMap<ChartGeometry, FeatureCollection>();

/** The borders as GeoJSON; null until {@link readGeometry} has read them. */
export function featuresOf(geometry: ChartGeometry): FeatureCollection | null {
  return geometry.type === 'FeatureCollection' ? geometry : (read.get(geometry) ?? null);
}

/**
 * Reads borders. What reads TopoJSON is loaded for TopoJSON alone.
 *
 * @throws TypeError where there are no borders in it
 */
export async function readGeometry(geometry: ChartGeometry): Promise<void> {
  if (featuresOf(geometry)) return;
  if (geometry.type !== 'Topology') throw new TypeError('neither GeoJSON nor TopoJSON');
  const { feature } = await import('topojson-client');
  const [borders] = Object.values(geometry.objects);
  if (borders?.type !== 'GeometryCollection') throw new TypeError('a topology without places');
  read.set(geometry, feature(geometry, borders));
}
