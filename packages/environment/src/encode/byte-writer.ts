/** Bytes written piece by piece: a piece is encoded once, however often it is written. */
export interface ByteWriter {
  readonly write: (piece: Uint8Array) => void;
  /** For short text that is written once. */
  readonly text: (text: string) => void;
  readonly done: () => Uint8Array<ArrayBuffer>;
}

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Texts and bytes one after the other. */
export function joinBytes(pieces: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const parts = pieces.map((piece) => (typeof piece === 'string' ? utf8(piece) : piece));
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
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
    done: () => bytes.slice(0, at),
  };
}
