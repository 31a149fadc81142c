import type { Batch } from './messages.ts';

/** The part of a column that is in one batch, with its buffers in order. */
export interface Node {
  readonly length: number;
  readonly nulls: number;
  /** A bit for each value, 0 where there is none; undefined when there is one everywhere. */
  readonly validity: Uint8Array | undefined;
  /** The next buffer, which must hold at least so many bytes. */
  readonly buffer: (bytes: number) => Uint8Array;
}

/** Writers round every buffer up to 8 or to 64 bytes ("Encapsulated message format" of the Arrow columnar format). */
const LARGEST_PADDING = 64;

/**
 * Hands out the buffers of a batch one by one, each exactly behind the one before: an offset that has
 * been damaged would otherwise read the numbers of another cell.
 */
export function nodesOf({ length, nodes, regions, body }: Batch): { next(): Node; end(): void } {
  let node = 0;
  let region = 0;
  let end = 0;

  const buffer = (bytes: number): Uint8Array => {
    const [offset, size] = regions[region++] ?? [-1, -1];
    const follows = offset === roundUp(end, 8) || offset === roundUp(end, LARGEST_PADDING);
    const fits = size >= bytes && size < bytes + LARGEST_PADDING;
    end = offset + size;
    if (!follows || !fits || end > body.byteLength)
      throw new RangeError('A buffer is not where it should be');
    return body.subarray(offset, offset + bytes);
  };

  return {
    next() {
      const [size, nulls] = nodes[node++] ?? [-1, 0];
      if (size !== length) throw new RangeError('A column is not as long as its batch');
      const omitted = nulls === 0 && regions[region]?.[1] === 0;
      const validity = buffer(omitted ? 0 : Math.ceil(length / 8));
      return { length, nulls, validity: omitted ? undefined : validity, buffer };
    },
    end() {
      if (node !== nodes.length || region !== regions.length || body.byteLength - end >= LARGEST_PADDING) {
        throw new RangeError('A batch holds more than its columns');
      }
    },
  };
}

function roundUp(bytes: number, to: number): number {
  return Math.ceil(bytes / to) * to;
}
