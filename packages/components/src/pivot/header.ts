import type { Axis } from './axis.ts';

/**
 * One row of the column header. Its cells are given as columns of numbers: cell i spans the visible columns
 * `start[i]` up to and without `end[i]`, and `rows[i]` header rows downwards.
 */
export interface HeaderRow {
  /** Index of the dimension on the axis; −1 for the row that names the measures. */
  readonly dimension: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The header node of the cell; in the row of measures the index of the measure. */
  readonly node: Int32Array;
  readonly rows: Uint8Array;
  /** 1 where the cell repeats a parent's label above the parent's own column, beside its children. */
  readonly own: Uint8Array;
}

/** Where a header cell is found: row of the header and index in it. */
export interface HeaderCell {
  readonly row: number;
  readonly index: number;
}

/**
 * The rows of the column header, outermost first: one for each visible depth of each dimension, then one for
 * the measures where there are several of them (or nothing else to head the columns).
 */
export function headerRows(axis: Axis, order: Int32Array, measures: number): HeaderRow[] {
  const rows = axis.dimensions.flatMap((_, d) => dimensionRows(axis, d, order, measures));
  if (measures > 1 || rows.length === 0) rows.push(measureRow(order.length, measures));
  return rows;
}

/** The header cell above column `column` that covers header row `row`. */
export function headerCellAt(rows: readonly HeaderRow[], row: number, column: number): HeaderCell {
  for (let at = row; at > 0; at--) {
    const index = covering(rows[at]!, column);
    if (index >= 0) return { row: at, index };
  }
  return { row: 0, index: covering(rows[0]!, column) };
}

/** Index of the first cell of a header row that ends after column `column`. */
export function firstCellAfter({ end }: HeaderRow, column: number): number {
  let low = 0;
  let high = end.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end[middle]! > column) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** True where a cell of a header row begins at column `column`. */
export function beginsAt(row: HeaderRow, column: number): boolean {
  return row.start[firstCellAfter(row, column)] === column;
}

function covering(row: HeaderRow, column: number): number {
  const index = firstCellAfter(row, column);
  return index < row.start.length && row.start[index]! <= column ? index : -1;
}

function dimensionRows(axis: Axis, d: number, order: Int32Array, measures: number): HeaderRow[] {
  const { nodeOf, parent, depth, first } = axis.dimensions[d]!;
  const unfolded = new Uint8Array(first.length);
  let deepest = 0;
  for (let i = 0; i < order.length; i++) {
    const node = nodeOf[order[i]!]!;
    if (depth[node]! > deepest) deepest = depth[node]!;
    if (parent[node]! >= 0) unfolded[parent[node]!] = 1;
  }
  return Array.from({ length: deepest + 1 }, (_, level) => {
    const below = deepest + 1 - level;
    const cells = new Cells(d, order.length);
    for (let i = 0; i < order.length; i++) {
      const node = nodeOf[order[i]!]!;
      let at = node;
      while (depth[at]! > level) at = parent[at]!;
      // A cell with nothing below it reaches down to the last row of its dimension.
      if (depth[at] === level) cells.add(i, at, unfolded[at] ? 1 : below, 0);
      else if (depth[at] === level - 1 && unfolded[at]) cells.add(i, at, below, 1);
    }
    return cells.row(measures);
  });
}

function measureRow(positions: number, measures: number): HeaderRow {
  const cells = new Cells(-1, positions * measures);
  for (let j = 0; j < positions * measures; j++) cells.begin(j, j % measures, 1, 0);
  return cells.row(1);
}

/** A header row while it is being made, in positions of the axis. */
class Cells {
  readonly #dimension: number;
  readonly #start: Int32Array;
  readonly #end: Int32Array;
  readonly #node: Int32Array;
  readonly #rows: Uint8Array;
  readonly #own: Uint8Array;
  #length = 0;

  constructor(dimension: number, capacity: number) {
    this.#dimension = dimension;
    this.#start = new Int32Array(capacity);
    this.#end = new Int32Array(capacity);
    this.#node = new Int32Array(capacity);
    this.#rows = new Uint8Array(capacity);
    this.#own = new Uint8Array(capacity);
  }

  /** Widens the last cell by one position, or begins a new one. */
  add(position: number, node: number, rows: number, own: number): void {
    const last = this.#length - 1;
    if (last >= 0 && this.#node[last] === node && this.#own[last] === own) this.#end[last] = position + 1;
    else this.begin(position, node, rows, own);
  }

  begin(position: number, node: number, rows: number, own: number): void {
    const at = this.#length++;
    this.#start[at] = position;
    this.#end[at] = position + 1;
    this.#node[at] = node;
    this.#rows[at] = rows;
    this.#own[at] = own;
  }

  /** The finished row, with `measures` columns for each position. */
  row(measures: number): HeaderRow {
    const start = this.#start.subarray(0, this.#length);
    const end = this.#end.subarray(0, this.#length);
    for (let i = 0; measures > 1 && i < this.#length; i++) {
      start[i]! *= measures;
      end[i]! *= measures;
    }
    return {
      dimension: this.#dimension,
      start,
      end,
      node: this.#node.subarray(0, this.#length),
      rows: this.#rows.subarray(0, this.#length),
      own: this.#own.subarray(0, this.#length),
    };
  }
}
