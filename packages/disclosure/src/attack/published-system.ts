import { sizesOf } from '../table/check-release.ts';
import type { Hierarchy, Sum } from '../table/hierarchy.ts';
import type { ReleaseShape } from '../table/raw-release.ts';

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
  /** Per cuboid and cell: the number, where it is known from any cuboid. */
  readonly known: readonly Float64Array[];
  /** Hidden in one cuboid and published in another. */
  readonly givenAway: number;
}

/** Reads a cell as it was published: null where there is no number. */
export type ReadCell = (cuboid: number, cell: number) => number | null;

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
  const cells = new Map<string, { known: number | null; hidden: boolean; unknown: number }>();
  const names = shape.cuboids.map((cuboid, position) => {
    const nodes = new Array<number>(shape.hierarchies.length).fill(0);
    const sizes = sizesOf(shape, cuboid);
    const count = sizes.reduce((product, size) => product * size, 1);
    return Array.from({ length: count }, (_, cell) => {
      let rest = cell;
      for (let at = sizes.length - 1; at >= 0; at--) {
        nodes[cuboid.dimensions[at]!] = rest % sizes[at]!;
        rest = Math.floor(rest / sizes[at]!);
      }
      const name = nodes.join(' ');
      const number = read(position, cell);
      const cellNow = cells.get(name) ?? { known: null, hidden: false, unknown: -1 };
      if (number === null) cellNow.hidden = true;
      else cellNow.known = number;
      cells.set(name, cellNow);
      return name;
    });
  });

  let unknowns = 0;
  let givenAway = 0;
  for (const cell of cells.values()) {
    if (cell.known === null) cell.unknown = unknowns++;
    else if (cell.hidden) givenAway++;
  }

  const sums = shape.hierarchies.map(sumsByParent);
  const rows: PublishedRow[] = [];
  for (const [name, top] of cells) {
    const nodes = name.split(' ').map(Number);
    nodes.forEach((node, hierarchy) => {
      if (!adds[hierarchy]) return;
      for (const children of sums[hierarchy]!.get(node) ?? []) {
        const below = children.map((child) => cells.get(nodes.with(hierarchy, child).join(' ')));
        if (below.some((cell) => cell === undefined)) continue;
        const row = { unknowns: [] as number[], signs: [] as (1 | -1)[], total: 0 };
        [top, ...below].forEach((cell, at) => {
          const sign = at === 0 ? 1 : -1;
          if (cell!.known !== null) row.total -= sign * cell!.known;
          else {
            row.unknowns.push(cell!.unknown);
            row.signs.push(sign);
          }
        });
        if (row.unknowns.length > 0) rows.push(row);
      }
    });
  }
  return {
    unknowns,
    rows,
    unknownOf: names.map((list) => Int32Array.from(list, (name) => cells.get(name)!.unknown)),
    known: names.map((list) => Float64Array.from(list, (name) => cells.get(name)!.known ?? NaN)),
    givenAway,
  };
}

function sumsByParent(hierarchy: Hierarchy): Map<number, (readonly number[])[]> {
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
