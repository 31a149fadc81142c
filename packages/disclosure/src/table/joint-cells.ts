import { sizesOf } from './check-release.ts';
import type { CuboidShape, RawRelease, ReleaseShape } from './raw-release.ts';

/**
 * The distinct cells of all cuboids of a release. A face that two cuboids share is one set of cells:
 * a cell is its node in every hierarchy, wherever it is shown.
 */
export interface JointCells {
  readonly count: number;
  /** Joint cell of each cell, per cuboid. */
  readonly of: readonly Int32Array[];
  /** A cuboid that shows the cell, and its number there. */
  readonly cuboid: Int32Array;
  readonly place: Int32Array;
}

/**
 * Numbers the joint cells.
 *
 * @throws RangeError when the dimensions together have more positions than a double counts exactly
 */
export function numberCells(shape: ReleaseShape): JointCells {
  const stride = strides(shape.hierarchies.map((hierarchy) => hierarchy.parent.length));
  const numbers = new Map<number, number>();
  const cuboids: number[] = [];
  const places: number[] = [];
  const of = shape.cuboids.map((cuboid, position) => {
    const keys = keysOf(shape, cuboid, stride);
    const ids = new Int32Array(keys.length);
    for (let cell = 0; cell < keys.length; cell++) {
      let id = numbers.get(keys[cell]!);
      if (id === undefined) {
        id = numbers.size;
        numbers.set(keys[cell]!, id);
        cuboids.push(position);
        places.push(cell);
      }
      ids[cell] = id;
    }
    return ids;
  });
  return { count: numbers.size, of, cuboid: Int32Array.from(cuboids), place: Int32Array.from(places) };
}

/** Node of a joint cell in every hierarchy. */
export function nodesOf(shape: ReleaseShape, cells: JointCells, id: number): Int32Array {
  const cuboid = shape.cuboids[cells.cuboid[id]!]!;
  const nodes = new Int32Array(shape.hierarchies.length);
  const sizes = sizesOf(shape, cuboid);
  let rest = cells.place[id]!;
  for (let at = sizes.length - 1; at >= 0; at--) {
    nodes[cuboid.dimensions[at]!] = rest % sizes[at]!;
    rest = Math.floor(rest / sizes[at]!);
  }
  return nodes;
}

/**
 * The numbers of a measure per joint cell.
 *
 * @throws RangeError when two cuboids give different numbers for the cell they share
 */
export function jointValues(release: RawRelease, cells: JointCells, measure: number): Float64Array {
  const joint = new Float64Array(cells.count);
  release.cuboids.forEach((cuboid, position) => {
    const ids = cells.of[position]!;
    const values = cuboid.values[measure]!;
    for (let cell = 0; cell < ids.length; cell++) {
      const id = ids[cell]!;
      if (cells.cuboid[id] === position) joint[id] = values[cell]!;
      else if (joint[id] !== values[cell]) {
        throw new RangeError(
          `Cuboids ${cells.cuboid[id]} and ${position} share a cell, but give different numbers of ${release.measures[measure]!.id}`,
        );
      }
    }
  });
  return joint;
}

function strides(sizes: readonly number[]): number[] {
  const stride: number[] = [];
  let product = 1;
  for (const size of sizes) {
    stride.push(product);
    product *= size;
  }
  if (product > Number.MAX_SAFE_INTEGER)
    throw new RangeError('The dimensions have too many members together');
  return stride;
}

function keysOf(shape: ReleaseShape, cuboid: CuboidShape, stride: readonly number[]): Float64Array {
  let keys = Float64Array.of(0);
  sizesOf(shape, cuboid).forEach((size, at) => {
    const step = stride[cuboid.dimensions[at]!]!;
    const longer = new Float64Array(keys.length * size);
    for (let before = 0; before < keys.length; before++) {
      for (let node = 0; node < size; node++) longer[before * size + node] = keys[before]! + node * step;
    }
    keys = longer;
  });
  return keys;
}
