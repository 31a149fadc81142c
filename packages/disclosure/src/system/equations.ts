import { sizesOf } from '../table/cuboid.ts';
import type { JointCells } from '../table/joint-cells.ts';
import type { ReleaseShape } from '../table/raw-release.ts';
import type { Sum } from '../table/hierarchy.ts';
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
  /**
   * Hierarchies, as bits, along which the first cell is a sum as well in a cuboid that states the row:
   * there the row follows from others (see `independentRows`).
   */
  readonly crossing: Int32Array;
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
  const sums = relations.map(({ sums }, hierarchy) => (isAdditive(hierarchy) ? sums : []));
  const statement = startStatement(mostRows(shape, sums), cells.count);
  shape.cuboids.forEach((cuboid, position) => {
    const ids = cells.of[position]!;
    const sizes = sizesOf(shape, cuboid);
    const isSum = sumBits(sums, cuboid.dimensions, sizes);
    let inner = ids.length;
    cuboid.dimensions.forEach((hierarchy, at) => {
      const block = inner;
      inner /= sizes[at]!;
      for (const [index, { parent, children }] of sums[hierarchy]!.entries()) {
        if (!fits(sizes[at]!, parent, children)) continue;
        const relation = {
          name: index * relations.length + hierarchy,
          hierarchy,
          top: parent * inner,
          parts: Int32Array.from(children, (child) => child * inner),
          isNew: position === 0,
        };
        for (let base = 0; base < ids.length; base += block)
          stateRows(statement, relation, ids, isSum, base, inner);
      }
    });
  });
  const { rows, entries, start, cell, along, crossing } = statement;
  return {
    rows,
    start: start.slice(0, rows + 1),
    cell: cell.slice(0, entries),
    along: along.slice(0, rows),
    crossing: crossing.slice(0, rows),
  };
}

/** Equations being written down. Rows are found by their first cell, so that each is stated once. */
interface Statement {
  rows: number;
  entries: number;
  readonly start: Int32Array;
  readonly cell: Int32Array;
  readonly along: Uint8Array;
  readonly crossing: Int32Array;
  /** Relation of each row, and the row before it with the same first cell. */
  readonly relation: Int32Array;
  readonly previous: Int32Array;
  readonly last: Int32Array;
}

/** A relation of a hierarchy as it lies in a cuboid. */
interface Relation {
  readonly name: number;
  readonly hierarchy: number;
  /** Where the parent and the children lie, from the first cell of a block. */
  readonly top: number;
  readonly parts: Int32Array;
  /** In the first cuboid nothing can have been stated before. */
  readonly isNew: boolean;
}

function startStatement(most: { readonly rows: number; readonly entries: number }, cells: number): Statement {
  return {
    rows: 0,
    entries: 0,
    start: new Int32Array(most.rows + 1),
    cell: new Int32Array(most.entries),
    along: new Uint8Array(most.rows),
    crossing: new Int32Array(most.rows),
    relation: new Int32Array(most.rows),
    previous: new Int32Array(most.rows),
    last: new Int32Array(cells).fill(-1),
  };
}

/** States a relation for neighbouring cells, from a base on. */
function stateRows(
  statement: Statement,
  { name, hierarchy, top, parts, isNew }: Relation,
  ids: Int32Array,
  isSum: Int32Array,
  base: number,
  count: number,
): void {
  const { start, cell, along, crossing, relation, previous, last } = statement;
  let { rows, entries } = statement;
  for (let place = base; place < base + count; place++) {
    const first = ids[place + top]!;
    let row = isNew ? -1 : last[first]!;
    while (row >= 0 && relation[row] !== name) row = previous[row]!;
    if (row < 0) {
      row = rows++;
      along[row] = hierarchy;
      relation[row] = name;
      previous[row] = last[first]!;
      last[first] = row;
      cell[entries++] = first;
      for (let part = 0; part < parts.length; part++) cell[entries++] = ids[place + parts[part]!]!;
      start[rows] = entries;
    }
    crossing[row]! |= isSum[place + top]!;
  }
  statement.rows = rows;
  statement.entries = entries;
}

function fits(size: number, parent: number, children: readonly number[]): boolean {
  return parent < size && children.every((child) => child < size);
}

/** Rows and entries if no two cuboids shared any. */
function mostRows(
  shape: ReleaseShape,
  sums: readonly (readonly Sum[])[],
): { readonly rows: number; readonly entries: number } {
  let rows = 0;
  let entries = 0;
  for (const cuboid of shape.cuboids) {
    const sizes = sizesOf(shape, cuboid);
    const cells = sizes.reduce((product, size) => product * size, 1);
    cuboid.dimensions.forEach((hierarchy, at) => {
      for (const { parent, children } of sums[hierarchy]!) {
        if (!fits(sizes[at]!, parent, children)) continue;
        rows += cells / sizes[at]!;
        entries += (cells / sizes[at]!) * (children.length + 1);
      }
    });
  }
  return { rows, entries };
}

/** Per cell of a cuboid, the hierarchies along which it is a sum, as bits. Only the first 31 have one. */
function sumBits(
  sums: readonly (readonly Sum[])[],
  dimensions: readonly number[],
  sizes: readonly number[],
): Int32Array {
  let bits = new Int32Array(1);
  sizes.forEach((size, at) => {
    const hierarchy = dimensions[at]!;
    const own = new Int32Array(size);
    for (const { parent, children } of sums[hierarchy]!) {
      if (hierarchy < 31 && fits(size, parent, children)) own[parent] = 1 << hierarchy;
    }
    const longer = new Int32Array(bits.length * size);
    for (let before = 0; before < bits.length; before++) {
      for (let node = 0; node < size; node++) longer[before * size + node] = bits[before]! | own[node]!;
    }
    bits = longer;
  });
  return bits;
}

/** Rows of each cell: the same matrix by columns. */
export interface RowsOfCell {
  readonly start: Int32Array;
  readonly row: Int32Array;
}

/** Turns rows of cells into cells with rows. */
export function rowsOfCells(equations: Equations, cells: number): RowsOfCell {
  const start = new Int32Array(cells + 1);
  for (let at = 0; at < equations.cell.length; at++) start[equations.cell[at]! + 1]!++;
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
