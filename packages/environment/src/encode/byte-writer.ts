/** Bytes written piece by piece: a piece is encoded once, however often it is written. */
export interface ByteWriter {
  readonly write: (piece: Uint8Array) => void;
  /** For short text that is written once. */
  readonly text: (text: string) => void;
  /**
   * Gives room for so many bytes at most to who writes many pieces that are too short to be written one by one.
   *
   * @param fill gets the bytes and where to begin, and returns where it ended
   */
  readonly fill: (most: number, fill: (bytes: Uint8Array, at: number) => number) => void;
  readonly done: () => Uint8Array<ArrayBuffer>;
}

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** @param size first guess of the bytes there will be; more is made as needed */
export function createByteWriter(size: number): ByteWriter {
  let bytes = new Uint8Array(Math.max(64, size));
  let at = 0;
  const reserve = (length: number): void => {
    if (at + length <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, at + length));
    larger.set(bytes.subarray(0, at));
    bytes = larger;
  };
  return {
    write: (piece) => {
      reserve(piece.length);
      bytes.set(piece, at);
      at += piece.length;
    },
    text: (text) => {
      // A character of a string is at most three bytes.
      reserve(text.length * 3);
      at += encoder.encodeInto(text, bytes.subarray(at)).written;
    },
    fill: (most, fill) => {
      reserve(most);
      at = fill(bytes, at);
    },
    done: () => bytes.subarray(0, at),
  };
}
