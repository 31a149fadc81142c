import { restingNode, sizesOf } from '../table/cuboid.ts';
import type { Hierarchy, Sum } from '../table/hierarchy.ts';
import type { CuboidShape, ReleaseShape } from '../table/raw-release.ts';

/** An equation over hidden numbers: the sum of `sign × unknown` is `total`, which is published. */
export interface PublishedRow {
  readonly unknowns: readonly number[];
  readonly signs: readonly (1 | -1)[];
  readonly total: number;
}

/** Everything the published cells of one measure say about the hidden ones. */
export interface PublishedSystem {
  readonly unknowns: number;
  readonly rows: readonly PublishedRow[];
  /** Per cuboid and cell: the unknown that stands there, −1 where the number is known. */
  readonly unknownOf: readonly Int32Array[];
  /** Every cell that some cuboid shows, by its name. */
  readonly cells: ReadonlyMap<number, PublishedCell>;
  /** Weight of each hierarchy: a cell's name is the sum of its nodes, each times the weight. */
  readonly weights: readonly number[];
  /** Hidden in one cuboid and published in another. */
  readonly givenAway: number;
}

/** Reads a cell as it was published: null where there is no number, undefined where the measure is not shown. */
export type ReadCell = (cuboid: number, cell: number) => number | null | undefined;

/** A cell as the attacker has it. */
export interface PublishedCell {
  /** Its number, where any cuboid gives it. */
  readonly known: number | null;
  /** Its unknown, −1 where the number is known. */
  readonly unknown: number;
}

/**
 * Writes down what an attacker knows of one measure. It starts from what was published and shares no
 * code with the side that decides: cells are found by name, equations by looking up a cell's children.
 *
 * @param adds per hierarchy: does the measure add up?
 */
export function publishedSystem(
  shape: ReleaseShape,
  adds: readonly boolean[],
  read: ReadCell,
): PublishedSystem {
  const weights = weightsOf(shape.hierarchies);
  const cells = new Map<number, Cell>();
  const names = shape.cuboids.map((cuboid, position) =>
    namesOf(shape, cuboid, weights).map((name, cell) => {
      const number = read(position, cell);
      if (number === undefined) return name;
      const seen = cells.get(name) ?? { known: null, hidden: false, unknown: -1 };
      if (number === null) seen.hidden = true;
      else seen.known = number;
      cells.set(name, seen);
      return name;
    }),
  );
  let unknowns = 0;
  let givenAway = 0;
  for (const cell of cells.values()) {
    if (cell.known === null) cell.unknown = unknowns++;
    else if (cell.hidden) givenAway++;
  }

  const sums = shape.hierarchies.map(sumsByParent);
  const rows: PublishedRow[] = [];
  const along = shape.hierarchies.flatMap(({ parent }, hierarchy) =>
    adds[hierarchy] ? [{ size: parent.length, weight: weights[hierarchy]!, sums: sums[hierarchy]! }] : [],
  );
  for (const [name, top] of cells) {
    for (const { size, weight, sums: below } of along) {
      const node = Math.floor(name / weight) % size;
      for (const children of below.get(node) ?? []) {
        const row = rowOf(
          top,
          children.map((child) => cells.get(name + (child - node) * weight)),
        );
        if (row) rows.push(row);
      }
    }
  }
  return {
    unknowns,
    rows,
    unknownOf: names.map((list) => Int32Array.from(list, (name) => cells.get(name)?.unknown ?? -1)),
    cells,
    weights,
    givenAway,
  };
}

interface Cell {
  known: number | null;
  hidden: boolean;
  unknown: number;
}

/** What `top = sum of below` says about hidden cells; undefined where it says nothing, or a part is not shown. */
function rowOf(top: Cell, below: readonly (Cell | undefined)[]): PublishedRow | undefined {
  const unknowns: number[] = [];
  const signs: (1 | -1)[] = [];
  let total = 0;
  const add = (cell: Cell, sign: 1 | -1): void => {
    if (cell.known !== null) {
      total -= sign * cell.known;
      return;
    }
    unknowns.push(cell.unknown);
    signs.push(sign);
  };
  add(top, 1);
  for (const cell of below) {
    if (cell === undefined) return undefined;
    add(cell, -1);
  }
  if (unknowns.length === 0) return undefined;
  return { unknowns, signs, total };
}

function weightsOf(hierarchies: readonly Hierarchy[]): number[] {
  return hierarchies.map((_, at) =>
    hierarchies.slice(at + 1).reduce((product, { parent }) => product * parent.length, 1),
  );
}

function namesOf(shape: ReleaseShape, cuboid: CuboidShape, weights: readonly number[]): number[] {
  const resting = weights.reduce(
    (name, weight, hierarchy) =>
      cuboid.dimensions.includes(hierarchy) ? name : name + restingNode(cuboid, hierarchy) * weight,
    0,
  );
  return sizesOf(shape, cuboid).reduce<number[]>(
    (names, size, at) => {
      const weight = weights[cuboid.dimensions[at]!]!;
      return names.flatMap((name) => Array.from({ length: size }, (_, node) => name + node * weight));
    },
    [resting],
  );
}

/** The relations of a hierarchy by their parent. */
export function sumsByParent(hierarchy: Hierarchy): Map<number, (readonly number[])[]> {
  const sums = new Map<number, (readonly number[])[]>();
  const add = ({ parent, children }: Sum): void => {
    sums.set(parent, [...(sums.get(parent) ?? []), children]);
  };
  if (hierarchy.sums) hierarchy.sums.forEach(add);
  else {
    hierarchy.parent.forEach((parent, node) => {
      if (parent < 0 || sums.has(parent)) return;
      const siblings = Array.from(hierarchy.parent.keys()).filter(
        (other) => other >= node && hierarchy.parent[other] === parent,
      );
      add({ parent, children: siblings });
    });
  }
  return sums;
}
