import { sizesOf } from '../table/cuboid.ts';
import type { JointCells } from '../table/joint-cells.ts';
import type { ReleaseShape } from '../table/raw-release.ts';
import type { Relations } from '../table/relations.ts';

/**
 * Equations over the joint cells, in compressed rows: the first cell of a row is the sum of the others.
 */
export interface Equations {
  readonly rows: number;
  /** Row r holds `cell[start[r]] … cell[start[r + 1] - 1]`. */
  readonly start: Int32Array;
  readonly cell: Int32Array;
  /** The hierarchy along which the row adds up. */
  readonly along: Uint8Array;
}

/**
 * Every additive relation of every cuboid, along every hierarchy some measure adds over, each once:
 * a relation that two cuboids share is one row.
 */
export function additiveEquations(
  shape: ReleaseShape,
  relations: readonly Relations[],
  cells: JointCells,
  isAdditive: (hierarchy: number) => boolean,
): Equations {
  const start: number[] = [0];
  const along: number[] = [];
  const cell: number[] = [];
  const stated = relations.map(({ sums }) => sums.map(() => new Set<number>()));
  shape.cuboids.forEach((cuboid, position) => {
    const ids = cells.of[position]!;
    const sizes = sizesOf(shape, cuboid);
    let inner = ids.length;
    let outer = 1;
    cuboid.dimensions.forEach((hierarchy, at) => {
      const size = sizes[at]!;
      inner /= size;
      if (isAdditive(hierarchy)) {
        relations[hierarchy]!.sums.forEach(({ parent, children }, sum) => {
          if (parent >= size || children.some((child) => child >= size)) return;
          const seen = stated[hierarchy]![sum]!;
          for (let before = 0; before < outer; before++) {
            const base = before * size * inner;
            for (let after = 0; after < inner; after++) {
              const top = ids[base + parent * inner + after]!;
              if (seen.has(top)) continue;
              seen.add(top);
              cell.push(top);
              for (const child of children) cell.push(ids[base + child * inner + after]!);
              start.push(cell.length);
              along.push(hierarchy);
            }
          }
        });
      }
      outer *= size;
    });
  });
  return {
    rows: along.length,
    start: Int32Array.from(start),
    cell: Int32Array.from(cell),
    along: Uint8Array.from(along),
  };
}

/** Rows of each cell: the same matrix by columns. */
export interface RowsOfCell {
  readonly start: Int32Array;
  readonly row: Int32Array;
}

/** Turns rows of cells into cells with rows. */
export function rowsOfCells(equations: Equations, cells: number): RowsOfCell {
  const start = new Int32Array(cells + 1);
  for (const cell of equations.cell) start[cell + 1]!++;
  for (let cell = 0; cell < cells; cell++) start[cell + 1]! += start[cell]!;
  const row = new Int32Array(equations.cell.length);
  const next = start.slice();
  for (let r = 0; r < equations.rows; r++) {
    for (let at = equations.start[r]!; at < equations.start[r + 1]!; at++)
      row[next[equations.cell[at]!]!++] = r;
  }
  return { start, row };
}

/**
 * Refuses numbers that do not add up as their measure says.
 *
 * @throws RangeError naming the measure and the hierarchy
 */
export function checkSums(
  equations: Equations,
  values: Float64Array,
  adds: readonly boolean[],
  name: (hierarchy: number) => string,
): void {
  for (let r = 0; r < equations.rows; r++) {
    if (!adds[equations.along[r]!]) continue;
    const first = equations.start[r]!;
    const total = values[equations.cell[first]!]!;
    let rest = total;
    for (let at = first + 1; at < equations.start[r + 1]!; at++) rest -= values[equations.cell[at]!]!;
    if (Math.abs(rest) > 1e-9 * Math.max(1, Math.abs(total))) throw new RangeError(name(equations.along[r]!));
  }
}
