import type { MapGeometry } from '@datakube/charts';
import type { Topology } from 'topojson-specification';

/** Borders as TopoJSON. The first of its objects is drawn. */
export interface MapTopology {
  readonly type: 'Topology';
  readonly objects: Readonly<Record<string, unknown>>;
  readonly arcs: readonly unknown[];
}

/** Borders to draw a map from. */
export type ChartGeometry = MapGeometry | MapTopology;

const read = new WeakMap<MapTopology, MapGeometry>();

/** The borders as GeoJSON; null until {@link readGeometry} has read them. */
export function featuresOf(geometry: ChartGeometry): MapGeometry | null {
  return geometry.type === 'FeatureCollection' ? geometry : (read.get(geometry) ?? null);
}

/**
 * Reads borders. What reads TopoJSON is loaded for TopoJSON alone.
 *
 * @throws TypeError where there are no borders in it
 */
export async function readGeometry(geometry: ChartGeometry): Promise<void> {
  if (geometry.type === 'FeatureCollection' || read.has(geometry)) return;
  const { feature } = await import('topojson-client');
  // What it holds beyond its type is read by what it is made for.
  const topology = geometry as unknown as Topology;
  const [borders] = Object.values(topology.objects);
  if (borders?.type !== 'GeometryCollection') throw new TypeError('a topology without places');
  read.set(geometry, feature(topology, borders));
}
