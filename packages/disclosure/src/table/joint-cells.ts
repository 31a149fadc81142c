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
  const positions = shape.hierarchies.reduce((product, { parent }) => product * parent.length, 1);
  const keys = shape.cuboids.map((cuboid) => keysOf(shape, cuboid, stride));
  const most = keys.reduce((sum, { length }) => sum + length, 0);
  const numbers = cellNumbers(positions, most);
  const cuboid = new Int32Array(most);
  const place = new Int32Array(most);
  const key = new Float64Array(most);
  let count = 0;
  const of = keys.map((own, position) => {
    const ids = new Int32Array(own.length);
    for (let cell = 0; cell < own.length; cell++) {
      let id = numbers.get(own[cell]!);
      if (id < 0) {
        id = count++;
        numbers.set(own[cell]!, id);
        key[id] = own[cell]!;
        cuboid[id] = position;
        place[id] = cell;
      }
      ids[cell] = id;
    }
    return ids;
  });
  return {
    count,
    of,
    cuboid: cuboid.slice(0, count),
    place: place.slice(0, count),
    key: key.slice(0, count),
    stride,
    find(wanted) {
      const id = numbers.get(wanted);
      return id < 0 ? undefined : id;
    },
  };
}

/** Cells by key; −1 where there is none. */
interface CellNumbers {
  get(key: number): number;
  set(key: number, cell: number): void;
}

/** A plain array where the keys lie close together, as in a single cuboid; else a map. */
function cellNumbers(positions: number, cells: number): CellNumbers {
  if (positions <= 32 * cells) {
    const numbers = new Int32Array(positions).fill(-1);
    return { get: (key) => numbers[key] ?? -1, set: (key, cell) => void (numbers[key] = cell) };
  }
  const numbers = new Map<number, number>();
  return { get: (key) => numbers.get(key) ?? -1, set: (key, cell) => void numbers.set(key, cell) };
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
  const numbers = release.cuboids.map(({ values }) => values[measure]!);
  return jointNumbers(cells, numbers, release.measures[measure]!.id);
}

/**
 * Numbers of each cuboid, brought together per joint cell; NaN where no cuboid has one.
 *
 * @param numbers one array per cuboid, empty where it does not have them
 * @param what they are numbers of, for the error
 * @throws RangeError when two cuboids give different numbers for the cell they share
 */
export function jointNumbers(
  cells: JointCells,
  numbers: readonly Float64Array[],
  what: string,
): Float64Array {
  const joint = new Float64Array(cells.count).fill(NaN);
  numbers.forEach((values, position) => {
    const ids = cells.of[position]!;
    for (let cell = 0; cell < values.length; cell++) {
      const id = ids[cell]!;
      if (Number.isNaN(joint[id])) joint[id] = values[cell]!;
      else if (joint[id] !== values[cell]) {
        throw new RangeError(
          `Cuboid ${position} shares a cell with another, but gives another number of ${what}`,
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
