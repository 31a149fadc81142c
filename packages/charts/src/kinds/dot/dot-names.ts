import { fitText } from '../../geometry/text-width.ts';
import { text, type Shape } from '../../scene/shape.ts';
import { pointMarker } from '../line/line-shapes.ts';

const lineHeight = 20;
const symbolRoom = 14;
const between = 12;
/** A name further than this from its dot would seem to belong to another. */
const astray = 48;

/** Names of the series above the first row, each with the shape of its dots. */
export interface DotNames {
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/**
 * Over the dots of the first row where they have the room there, else as a key, as many to a line as fit.
 *
 * @param dots - where the dot of each series stands in the first row; null where it is not shown
 */
export function dotNames(
  labels: readonly string[],
  dots: readonly (number | null)[],
  width: number,
  measure: (text: string) => number,
): DotNames {
  if (labels.length < 2) return { height: 4, shapes: [] };
  const fitted = labels.map((label) => fitText(label, width - symbolRoom, measure));
  const rooms = fitted.map((label) => symbolRoom + measure(label));
  const places = overDots(rooms, dots, width) ?? inLines(rooms, width);
  return {
    height: Math.max(...places.map(({ y }) => y)) + lineHeight + 2,
    shapes: places.flatMap(({ x, y }, series) => [
      pointMarker(x + 5, y + 10, series, 64),
      text(fitted[series] ?? '', { x: x + symbolRoom, y: y + 14 }),
    ]),
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Null where a name has no dot to stand over, or would stand too far from it. */
function overDots(rooms: readonly number[], dots: readonly (number | null)[], width: number): Place[] | null {
  const places: Place[] = [];
  const order = [...dots.keys()].sort((a, b) => (dots[a] ?? 0) - (dots[b] ?? 0));
  let free = 0;
  for (const series of order) {
    const [dot, room] = [dots[series], rooms[series] ?? 0];
    if (dot === null || dot === undefined) return null;
    const wanted = Math.min(dot - symbolRoom / 2, width - room);
    const x = Math.max(free, wanted);
    if (x - wanted > astray || x + room > width) return null;
    places[series] = { x, y: 0 };
    free = x + room + between;
  }
  return places;
}

function inLines(rooms: readonly number[], width: number): Place[] {
  let [x, y] = [0, 0];
  return rooms.map((room) => {
    if (x > 0 && x + room > width) [x, y] = [0, y + lineHeight];
    const place = { x, y };
    x += room + between + 6;
    return place;
  });
}
