import type { ChartOptions } from '../../chart-options.ts';

/** An area of a map, as GeoJSON has it. Polygons and multi-polygons are drawn, their rings wound either way. */
export interface MapFeature {
  readonly type: 'Feature';
  readonly id?: string | number | undefined;
  readonly properties: Readonly<Record<string, unknown>> | null;
  readonly geometry: { readonly type: string; readonly coordinates?: unknown } | null;
}

/** A GeoJSON feature collection, in longitude and latitude or in metres of any projection. */
export interface MapGeometry {
  readonly type: 'FeatureCollection';
  readonly features: readonly MapFeature[];
}

/** Options of {@link mapChart}. */
export interface MapChartOptions extends ChartOptions {
  /** The areas. Nothing is drawn without: no geometry comes with the library. */
  readonly geometry?: MapGeometry;
  /**
   * The property of a feature that has the code of its member; leading zeros do not matter. Default: the first there is
   * of `code`, `kode` and `KOMKODE`, else the id of the feature. Features with the same code are one area.
   */
  readonly geometryKey?: string;
  /** The height the map may have, in CSS pixels. Default 560. Where the width is the narrower bound it is lower. */
  readonly height?: number;
}
