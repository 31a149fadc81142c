import { restingNode, sizesOf } from './cuboid.ts';
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
  /** Key of each cell: the sum of its nodes, each times the stride of its hierarchy. */
  readonly key: Float64Array;
  readonly stride: readonly number[];
  /** The cell with a key, or undefined when no cuboid shows it. */
  readonly find: (key: number) => number | undefined;
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
  return {
    count: numbers.size,
    of,
    cuboid: Int32Array.from(cuboids),
    place: Int32Array.from(places),
    key: Float64Array.from(numbers.keys()),
    stride,
    find: (key) => numbers.get(key),
  };
}

/** Node of a joint cell in every hierarchy. */
export function nodesOf(shape: ReleaseShape, cells: JointCells, id: number): Int32Array {
  const cuboid = shape.cuboids[cells.cuboid[id]!]!;
  const nodes = Int32Array.from(shape.hierarchies, (_, hierarchy) => restingNode(cuboid, hierarchy));
  const sizes = sizesOf(shape, cuboid);
  let rest = cells.place[id]!;
  for (let at = sizes.length - 1; at >= 0; at--) {
    nodes[cuboid.dimensions[at]!] = rest % sizes[at]!;
    rest = Math.floor(rest / sizes[at]!);
  }
  return nodes;
}

/**
 * The numbers of a measure per joint cell; NaN where no cuboid shows the measure.
 *
 * @throws RangeError when two cuboids give different numbers for the cell they share
 */
export function jointValues(release: RawRelease, cells: JointCells, measure: number): Float64Array {
  const joint = new Float64Array(cells.count).fill(NaN);
  release.cuboids.forEach((cuboid, position) => {
    const ids = cells.of[position]!;
    const values = cuboid.values[measure]!;
    for (let cell = 0; cell < values.length; cell++) {
      const id = ids[cell]!;
      if (Number.isNaN(joint[id])) joint[id] = values[cell]!;
      else if (joint[id] !== values[cell]) {
        throw new RangeError(
          `Cuboid ${position} shares a cell with another, but gives another number of ${release.measures[measure]!.id}`,
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
  const inside = (hierarchy: number): boolean => cuboid.dimensions.includes(hierarchy);
  let keys = Float64Array.of(
    stride.reduce((key, step, h) => (inside(h) ? key : key + restingNode(cuboid, h) * step), 0),
  );
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
