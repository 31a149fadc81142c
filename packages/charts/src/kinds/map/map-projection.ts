import { geoPath, geoTransform, type GeoPath, type GeoPermissibleObjects } from 'd3-geo';

/** An area as it is drawn. */
export interface Outline {
  /** The path; empty where the area has none. */
  readonly path: string;
  /** The rectangle around it. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** How a map is laid on the drawing. */
export interface FittedMap {
  readonly height: number;
  outline(shape: GeoPermissibleObjects): Outline;
}

type Point = readonly [number, number];
type Extent = [Point, Point];

/** A plane in which y runs down, and how far a map reaches in it. */
interface Plane {
  readonly place: (x: number, y: number) => Point;
  readonly extent: Extent;
}

/** Points of an outline that are nearer than this to the last one are left out, in pixels. */
const finest = 0.4;
const nowhere: Outline = { path: '', box: { x: 0, y: 0, width: 0, height: 0 } };
// Official borders have a hundred thousand points, and a map is drawn again for every width.
const planes = new WeakMap<GeoPermissibleObjects, Plane>();

/**
 * Fits a map into a width and a height: longitude and latitude by the Mercator projection, which keeps shapes as people
 * know them, and metres as they are. In the plane and not on the globe, so that rings may be wound either way.
 */
export function fitMap(
  whole: GeoPermissibleObjects,
  { width, height }: { readonly width: number; readonly height: number },
): FittedMap {
  const plane = planes.get(whole) ?? planeOf(whole);
  planes.set(whole, plane);
  const [[left, top], [right, bottom]] = plane.extent;
  const scale = Math.min(width / (right - left), height / (bottom - top));
  if (!Number.isFinite(scale) || scale <= 0) return { height: 0, outline: () => nowhere };

  const shift = (width - scale * (right - left)) / 2;
  const seen = new Box();
  const path = pathThrough((x, y) => {
    const [across, down] = plane.place(x, y);
    return seen.take([shift + scale * (across - left), scale * (down - top)]);
  }, finest);
  return {
    height: scale * (bottom - top),
    outline: (shape) => {
      seen.forget();
      const drawn = path(shape) ?? '';
      return drawn === '' || drawn.includes('NaN') ? nowhere : { path: drawn, box: seen.box };
    },
  };
}

/** The rectangle around points. */
class Box {
  #left = Infinity;
  #top = Infinity;
  #right = -Infinity;
  #bottom = -Infinity;

  forget(): void {
    this.#left = this.#top = Infinity;
    this.#right = this.#bottom = -Infinity;
  }

  take(point: Point): Point {
    const [x, y] = point;
    if (x < this.#left) this.#left = x;
    if (x > this.#right) this.#right = x;
    if (y < this.#top) this.#top = y;
    if (y > this.#bottom) this.#bottom = y;
    return point;
  }

  get box(): Outline['box'] {
    return {
      x: this.#left,
      y: this.#top,
      width: this.#right - this.#left,
      height: this.#bottom - this.#top,
    };
  }
}

function planeOf(whole: GeoPermissibleObjects): Plane {
  const [[west, south], [east, north]] = geoPath().bounds(whole);
  const onGlobe = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  const place = onGlobe ? mercator : (x: number, y: number): Point => [x, -y];
  return { place, extent: pathThrough(place).bounds(whole) };
}

function mercator(longitude: number, latitude: number): Point {
  const radians = Math.PI / 180;
  return [longitude * radians, -Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2))];
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
