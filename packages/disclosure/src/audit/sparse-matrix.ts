/**
 * A sparse matrix under elimination. Rows lie one after another in an arena and move to its end when
 * they grow; columns are linked lists that may hold rows that have since lost the column.
 */
export interface SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  /** Row r holds `length[r]` entries from `start[r]`; −1 once it has been a pivot. */
  readonly start: Int32Array;
  readonly length: Int32Array;
  column: Int32Array;
  value: Int32Array;
  /** First free place of the arena. */
  end: number;
  /** Rows that still have each column. */
  readonly count: Int32Array;
  readonly firstLink: Int32Array;
  nextLink: Int32Array;
  linkedRow: Int32Array;
  links: number;
}

/** Loads rows with entries +1 and −1 into an arena with room to grow. */
export function sparseMatrix(
  columns: number,
  rowStart: Int32Array,
  rowColumn: Int32Array,
  sign: Int8Array,
  prime: number,
): SparseMatrix {
  const rows = rowStart.length - 1;
  const entries = rowColumn.length;
  const matrix: SparseMatrix = {
    rows,
    columns,
    start: rowStart.slice(0, rows),
    length: Int32Array.from({ length: rows }, (_, row) => rowStart[row + 1]! - rowStart[row]!),
    column: new Int32Array(4 * entries + 64),
    value: new Int32Array(4 * entries + 64),
    end: entries,
    count: new Int32Array(columns),
    firstLink: new Int32Array(columns).fill(-1),
    nextLink: new Int32Array(2 * entries + 64),
    linkedRow: new Int32Array(2 * entries + 64),
    links: 0,
  };
  matrix.column.set(rowColumn);
  for (let row = 0; row < rows; row++) {
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      matrix.value[at] = sign[at]! > 0 ? 1 : prime - 1;
      linkRow(matrix, rowColumn[at]!, row);
    }
  }
  return matrix;
}

/** Notes that a row has a column. */
export function linkRow(matrix: SparseMatrix, column: number, row: number): void {
  if (matrix.links === matrix.nextLink.length) {
    matrix.nextLink = grown(matrix.nextLink, 2 * matrix.links);
    matrix.linkedRow = grown(matrix.linkedRow, 2 * matrix.links);
  }
  matrix.linkedRow[matrix.links] = row;
  matrix.nextLink[matrix.links] = matrix.firstLink[column]!;
  matrix.firstLink[column] = matrix.links++;
  matrix.count[column]!++;
}

/** Makes room at the end of the arena. */
export function reserve(matrix: SparseMatrix, entries: number): void {
  const needed = matrix.end + entries;
  if (needed <= matrix.column.length) return;
  matrix.column = grown(matrix.column, 2 * needed);
  matrix.value = grown(matrix.value, 2 * needed);
}

/** Place of a column in a row, or −1. */
export function placeOf(matrix: SparseMatrix, row: number, column: number): number {
  const end = matrix.start[row]! + matrix.length[row]!;
  for (let at = matrix.start[row]!; at < end; at++) if (matrix.column[at] === column) return at;
  return -1;
}

function grown(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(array);
  return longer;
}
