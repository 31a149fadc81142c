/** Rows by length, each in one doubly linked list: changing a length and taking the shortest are quick. */
export interface RowQueue {
  /** First row of each length, −1 where there is none. */
  readonly head: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** Length under which a row stands, −1 while it is not in the queue. */
  readonly length: Int32Array;
  /** No row is shorter. */
  least: number;
}

/** @param longest no row is ever longer */
export function rowQueue(rows: number, longest: number): RowQueue {
  return {
    head: new Int32Array(longest + 1).fill(-1),
    next: new Int32Array(rows).fill(-1),
    previous: new Int32Array(rows).fill(-1),
    length: new Int32Array(rows).fill(-1),
    least: 0,
  };
}

/** Puts a row under its length, out of where it stood. */
export function putRow(queue: RowQueue, row: number, length: number): void {
  if (queue.length[row] === length) return;
  removeRow(queue, row);
  const after = queue.head[length]!;
  queue.head[length] = row;
  queue.next[row] = after;
  queue.previous[row] = -1;
  if (after >= 0) queue.previous[after] = row;
  queue.length[row] = length;
  if (length < queue.least) queue.least = length;
}

/** Takes a row out, wherever it stands. */
export function removeRow({ head, next, previous, length }: RowQueue, row: number): void {
  if (length[row]! < 0) return;
  const before = previous[row]!;
  const after = next[row]!;
  if (before < 0) head[length[row]!] = after;
  else next[before] = after;
  if (after >= 0) previous[after] = before;
  length[row] = -1;
}

/** Takes a shortest row out; −1 when there is none. */
export function takeShortest(queue: RowQueue): number {
  const { head } = queue;
  while (queue.least < head.length && head[queue.least]! < 0) queue.least++;
  if (queue.least === head.length) return -1;
  const row = head[queue.least]!;
  removeRow(queue, row);
  return row;
}
