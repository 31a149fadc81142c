import type { RecordBatch } from '@uwdata/flechette';

/** One node of a batch, with its buffers in order. */
export interface Node {
  readonly length: number;
  /** True where there is no value; undefined when there is one everywhere. */
  readonly isNull: ((index: number) => boolean) | undefined;
  /** The next buffer of this node, which must hold at least `bytes`. */
  readonly buffer: (bytes: number) => Uint8Array;
}

/** Writers round every buffer up to 8 or to 64 bytes ("Encapsulated message format" of the Arrow columnar format). */
const LARGEST_PADDING = 64;

/**
 * Hands out the buffers of a batch one by one, each exactly behind the one before: an offset that has
 * been damaged would otherwise read the numbers of another cell.
 */
export function nodesOf(batch: RecordBatch): { next(): Node; end(): void } {
  const body = batch.body ?? new Uint8Array(0);
  if (batch.compression) throw new RangeError('Compressed buffers are not part of the contract');
  let node = 0;
  let region = 0;
  let end = 0;

  const buffer = (bytes: number): Uint8Array => {
    const next = batch.regions[region++];
    if (next === undefined) throw new RangeError('A batch lacks a buffer');
    const follows = next.offset === roundUp(end, 8) || next.offset === roundUp(end, LARGEST_PADDING);
    const fits = next.length >= bytes && next.length < bytes + LARGEST_PADDING;
    end = next.offset + next.length;
    if (!follows || !fits || end > body.byteLength) throw new RangeError('A buffer is not where it should be');
    return body.subarray(next.offset, next.offset + bytes);
  };

  return {
    next() {
      const found = batch.nodes[node++];
      if (found === undefined || found.length !== batch.length) throw new RangeError('A column is shorter than its batch');
      const isNull = readValidity(found.length, found.nullCount, batch.regions[region]?.length === 0, buffer);
      return { length: found.length, isNull, buffer };
    },
    end() {
      if (node !== batch.nodes.length || region !== batch.regions.length || body.byteLength - end >= LARGEST_PADDING) {
        throw new RangeError('A batch holds more than its columns');
      }
    },
  };
}

function readValidity(
  length: number,
  nullCount: number,
  omitted: boolean,
  buffer: (bytes: number) => Uint8Array,
): Node['isNull'] {
  const bitmap = buffer(omitted && nullCount === 0 ? 0 : Math.ceil(length / 8));
  if (bitmap.length === 0) return undefined;
  const isNull = (index: number): boolean => (bitmap[index >> 3]! & (1 << (index & 7))) === 0;
  let nulls = 0;
  for (let index = 0; index < length; index++) nulls += isNull(index) ? 1 : 0;
  if (nulls !== nullCount) throw new RangeError('A column has another number of nulls than it says');
  return isNull;
}

function roundUp(bytes: number, to: number): number {
  return Math.ceil(bytes / to) * to;
}
