/**
 * The part of flechette that reads the frames of an Arrow stream. The rest of it makes columns of any type:
 * more code than a cell set needs, and buffers are not checked against each other.
 */
declare module '@uwdata/flechette/src/decode/message.js' {
  import type { Message } from '@uwdata/flechette';
  export function decodeMessage(bytes: Uint8Array, index: number): Message | null;
}
