import type { Picks } from '@datakube/disclosure';

/** For each place of an axis, what its nodes add to a cell's number in the table. */
type Offsets = Picks;

/**
 * The cells of an answer: for every row and column, the cells of the table it takes together.
 *
 * @param axes rows first, then columns; per dimension the nodes of each place, and the distance in the table
 *   between neighbouring nodes
 */
export function pickCells(
  axes: readonly { readonly stride: number; readonly places: readonly (readonly number[])[] }[],
): Picks {
  const origin: Offsets = { start: Int32Array.of(0, 1), cells: Int32Array.of(0) };
  return axes.reduce((sofar, { stride, places }) => outerSum(sofar, offsets(places, stride)), origin);
}

function offsets(places: readonly (readonly number[])[], stride: number): Offsets {
  const start = new Int32Array(places.length + 1);
  places.forEach((nodes, place) => (start[place + 1] = start[place]! + nodes.length));
  return { start, cells: Int32Array.from(places.flat(), (node) => node * stride) };
}

/** Every place of `a` with every place of `b`, the latter running fastest. */
function outerSum(a: Offsets, b: Offsets): Offsets {
  const placesA = a.start.length - 1;
  const placesB = b.start.length - 1;
  const start = new Int32Array(placesA * placesB + 1);
  const cells = new Int32Array(a.cells.length * b.cells.length);
  let place = 0;
  let at = 0;
  for (let i = 0; i < placesA; i++) {
    const fromA = a.start[i]!;
    const endA = a.start[i + 1]!;
    for (let j = 0; j < placesB; j++) {
      const fromB = b.start[j]!;
      const endB = b.start[j + 1]!;
      for (let p = fromA; p < endA; p++) {
        const offset = a.cells[p]!;
        for (let q = fromB; q < endB; q++) cells[at++] = offset + b.cells[q]!;
      }
      start[++place] = at;
    }
  }
  return { start, cells };
}
