import type { HiddenRows } from './hidden-rows.ts';

/**
 * Sparse rows over a prime field, under elimination. A row keeps its place in the arena until it grows out
 * of it, and then moves to the end. Each column has a list of the rows it came into; a row that has since
 * lost the column may still stand there.
 */
export interface SparseRows {
  readonly rows: number;
  readonly columns: number;
  /** Row r holds `length[r]` entries from `start[r]`, and has room for `room[r]`. */
  readonly start: Int32Array;
  readonly length: Int32Array;
  readonly room: Int32Array;
  column: Int32Array;
  value: Int32Array;
  /** First free place of the arena. */
  end: number;
  /** Rows still to be eliminated that have each column. */
  readonly count: Int32Array;
  readonly firstLink: Int32Array;
  nextLink: Int32Array;
  linkedRow: Int32Array;
  links: number;
  /** Columns that have come to stand in one row only, and perhaps in none since. */
  readonly lonely: number[];
}

/** Loads rows with entries +1 and −1. */
export function sparseRows(hidden: HiddenRows, prime: number): SparseRows {
  const { rows } = hidden;
  const columns = hidden.cells.length;
  const entries = hidden.column.length;
  const arena = 2 * entries + 64;
  const matrix: SparseRows = {
    rows,
    columns,
    start: hidden.start.slice(0, rows),
    length: new Int32Array(rows),
    room: new Int32Array(rows),
    column: new Int32Array(arena),
    value: new Int32Array(arena),
    end: entries,
    count: new Int32Array(columns),
    firstLink: new Int32Array(columns).fill(-1),
    nextLink: new Int32Array(arena),
    linkedRow: new Int32Array(arena),
    links: entries,
    lonely: [],
  };
  const { length, room, column, value, count, firstLink, nextLink, linkedRow } = matrix;
  column.set(hidden.column);
  for (let row = 0; row < rows; row++) {
    const end = hidden.start[row + 1]!;
    length[row] = room[row] = end - hidden.start[row]!;
    for (let at = hidden.start[row]!; at < end; at++) {
      const j = column[at]!;
      value[at] = hidden.sign[at]! > 0 ? 1 : prime - 1;
      linkedRow[at] = row;
      nextLink[at] = firstLink[j]!;
      firstLink[j] = at;
      count[j]!++;
    }
  }
  return matrix;
}

/** Notes that a row has come to have a column. */
export function linkRow(matrix: SparseRows, column: number, row: number): void {
  const link = matrix.links++;
  if (link === matrix.nextLink.length) {
    matrix.nextLink = grown(matrix.nextLink, 2 * link);
    matrix.linkedRow = grown(matrix.linkedRow, 2 * link);
  }
  matrix.linkedRow[link] = row;
  matrix.nextLink[link] = matrix.firstLink[column]!;
  matrix.firstLink[column] = link;
  matrix.count[column]!++;
}

/** Moves a row to the end of the arena, with room for so many entries and as many again. */
export function moveRow(matrix: SparseRows, row: number, entries: number): void {
  const from = matrix.start[row]!;
  const room = 2 * entries;
  if (matrix.end + room > matrix.column.length) {
    const arena = 2 * (matrix.end + room);
    matrix.column = grown(matrix.column, arena);
    matrix.value = grown(matrix.value, arena);
  }
  const length = matrix.length[row]!;
  matrix.column.copyWithin(matrix.end, from, from + length);
  matrix.value.copyWithin(matrix.end, from, from + length);
  matrix.start[row] = matrix.end;
  matrix.room[row] = room;
  matrix.end += room;
}

/** Place of a column in a row, or −1. */
export function placeOf(matrix: SparseRows, row: number, column: number): number {
  const { column: columns } = matrix;
  const end = matrix.start[row]! + matrix.length[row]!;
  for (let at = matrix.start[row]!; at < end; at++) if (columns[at] === column) return at;
  return -1;
}

function grown(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(array);
  return longer;
}
