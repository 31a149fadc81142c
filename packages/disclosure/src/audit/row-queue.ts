/** Rows by length, each in one doubly linked list: changing a length and taking the shortest are quick. */
export interface RowQueue {
  /** Puts a row under its length, out of where it stood. */
  put(row: number, length: number): void;
  remove(row: number): void;
  /** A shortest row, which leaves the queue; −1 when there is none. */
  takeShortest(): number;
}

/** @param longest no row is ever longer */
export function rowQueue(rows: number, longest: number): RowQueue {
  const head = new Int32Array(longest + 1).fill(-1);
  const next = new Int32Array(rows).fill(-1);
  const previous = new Int32Array(rows).fill(-1);
  const lengthOf = new Int32Array(rows).fill(-1);
  let least = 0;

  const remove = (row: number): void => {
    const length = lengthOf[row]!;
    if (length < 0) return;
    const before = previous[row]!;
    const after = next[row]!;
    if (before < 0) head[length] = after;
    else next[before] = after;
    if (after >= 0) previous[after] = before;
    lengthOf[row] = -1;
  };
  return {
    remove,
    put(row, length) {
      if (lengthOf[row] === length) return;
      remove(row);
      const after = head[length]!;
      head[length] = row;
      next[row] = after;
      previous[row] = -1;
      if (after >= 0) previous[after] = row;
      lengthOf[row] = length;
      if (length < least) least = length;
    },
    takeShortest() {
      while (least <= longest && head[least]! < 0) least++;
      if (least > longest) return -1;
      const row = head[least]!;
      remove(row);
      return row;
    },
  };
}
