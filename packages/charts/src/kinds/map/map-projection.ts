import { geoPath, geoTransform, type GeoPath, type GeoPermissibleObjects } from 'd3-geo';

/** How a map is laid on the drawing. */
export interface FittedMap {
  readonly height: number;
  /** The outline of an area; empty where it has none. */
  outline(shape: GeoPermissibleObjects): string;
  bounds(shape: GeoPermissibleObjects): { x: number; y: number; width: number; height: number };
}

type Point = readonly [number, number];

/** Points of an outline that are nearer than this to the last one are left out, in pixels. */
const finest = 0.4;

/**
 * Fits a map into a width and a height: longitude and latitude by the Mercator projection, which keeps shapes as people
 * know them, and metres as they are. In the plane and not on the globe, so that rings may be wound either way.
 */
export function fitMap(
  whole: GeoPermissibleObjects,
  { width, height }: { readonly width: number; readonly height: number },
): FittedMap {
  const plane = planeOf(whole);
  const [[left, top], [right, bottom]] = pathThrough(plane).bounds(whole);
  const scale = Math.min(width / (right - left), height / (bottom - top));
  if (!Number.isFinite(scale) || scale <= 0) {
    return { height: 0, outline: () => '', bounds: () => ({ x: 0, y: 0, width: 0, height: 0 }) };
  }
  const shift = (width - scale * (right - left)) / 2;
  const path = pathThrough((x, y) => {
    const [across, down] = plane(x, y);
    return [shift + scale * (across - left), scale * (down - top)];
  }, finest);
  return {
    height: scale * (bottom - top),
    outline: (shape) => {
      const outline = path(shape) ?? '';
      return outline.includes('NaN') ? '' : outline;
    },
    bounds: (shape) => {
      const [[x, y], [end, below]] = path.bounds(shape);
      return Number.isFinite(end - x)
        ? { x, y, width: end - x, height: below - y }
        : { x: 0, y: 0, width: 0, height: 0 };
    },
  };
}

/** From the coordinates of the geometry to a plane in which y runs down. */
function planeOf(whole: GeoPermissibleObjects): (x: number, y: number) => Point {
  const [[west, south], [east, north]] = geoPath().bounds(whole);
  const onGlobe = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (!onGlobe) return (x, y) => [x, -y];
  const radians = Math.PI / 180;
  return (longitude, latitude) => {
    return [longitude * radians, -Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2))];
  };
}

/** @param nearest - points no further than this from the last one are left out */
function pathThrough(place: (x: number, y: number) => Point, nearest = 0): GeoPath {
  let last: Point | null = null;
  const transform = geoTransform({
    lineStart() {
      last = null;
      this.stream.lineStart();
    },
    point(x, y) {
      const next = place(x, y);
      if (last && Math.abs(next[0] - last[0]) < nearest && Math.abs(next[1] - last[1]) < nearest) return;
      last = next;
      this.stream.point(next[0], next[1]);
    },
  });
  return geoPath(transform).digits(1);
}
