/**
 * Reads a flatbuffer, the encoding of the metadata in an Arrow stream. Nothing in it is believed: every read is
 * inside the buffer (`DataView` throws otherwise) and no vector is longer than its bytes, so damage
 * ends in an error, not in memory being taken.
 *
 * @see https://flatbuffers.dev/internals/
 */
export interface FlatTable {
  /** A scalar field; 0 where it is left out. */
  int8(field: number): number;
  int16(field: number): number;
  int32(field: number): number;
  int64(field: number): number;
  text(field: number): string;
  table(field: number): FlatTable | undefined;
  tables(field: number): FlatTable[];
  /** A vector of structs of two int64 each. */
  pairs(field: number): [number, number][];
}

/** The table at the root of a flatbuffer. */
export function readFlatbuffer(bytes: Uint8Array): FlatTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return tableAt(view, view.getUint32(0, true));
}

const TEXT = new TextDecoder('utf-8', { fatal: true });

function tableAt(view: DataView, table: number): FlatTable {
  const fields = table - view.getInt32(table, true);
  const size = view.getUint16(fields, true);

  /** Where a field stands, or 0 where the table leaves it out. */
  const place = (field: number): number => {
    const slot = 4 + 2 * field;
    const offset = slot < size ? view.getUint16(fields + slot, true) : 0;
    return offset === 0 ? 0 : table + offset;
  };
  const follow = (at: number): number => at + view.getUint32(at, true);
  const scalar = (field: number, read: (at: number) => number): number => {
    const at = place(field);
    return at === 0 ? 0 : read(at);
  };
  const vector = <T>(field: number, stride: number, read: (at: number) => T): T[] => {
    const at = place(field);
    if (at === 0) return [];
    const start = follow(at);
    const length = view.getUint32(start, true);
    if (length * stride > view.byteLength - start - 4)
      throw new RangeError('A vector is longer than its bytes');
    return Array.from({ length }, (_, index) => read(start + 4 + index * stride));
  };

  return {
    int8: (field) => scalar(field, (at) => view.getInt8(at)),
    int16: (field) => scalar(field, (at) => view.getInt16(at, true)),
    int32: (field) => scalar(field, (at) => view.getInt32(at, true)),
    int64: (field) => scalar(field, (at) => readInt64(view, at)),
    text(field) {
      const at = place(field);
      if (at === 0) return '';
      const start = follow(at);
      return TEXT.decode(
        new Uint8Array(view.buffer, view.byteOffset + start + 4, view.getUint32(start, true)),
      );
    },
    table(field) {
      const at = place(field);
      return at === 0 ? undefined : tableAt(view, follow(at));
    },
    tables: (field) => vector(field, 4, (at) => tableAt(view, follow(at))),
    pairs: (field) => vector(field, 16, (at) => [readInt64(view, at), readInt64(view, at + 8)]),
  };
}

/** Lengths and offsets: never negative, never beyond what a number holds. */
function readInt64(view: DataView, at: number): number {
  const value = Number(view.getBigInt64(at, true));
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('A length is out of range');
  return value;
}
