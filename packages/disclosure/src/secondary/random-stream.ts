/** Numbers nobody can foresee without the seed. */
export interface RandomStream {
  /** 32 random bits as an unsigned number. */
  word(): number;
  /** A number from 0 up to, not including, 1. */
  fraction(): number;
  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number;
}

/**
 * The ChaCha20 key stream (RFC 8439, block counter from 0, zero nonce). A cipher rather than a plain
 * generator, because whoever could continue the stream could replay the choice of secondary cells.
 *
 * @param seed 32 secret bytes
 * @throws RangeError when the seed is not 32 bytes
 */
export function randomStream(seed: Uint8Array): RandomStream {
  if (seed.length !== 32) throw new RangeError('The seed must be 32 bytes');
  const view = new DataView(seed.buffer, seed.byteOffset, 32);
  const state = new Uint32Array(16);
  state.set([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574]);
  for (let at = 0; at < 8; at++) state[4 + at] = view.getUint32(4 * at, true);
  const block = new Uint32Array(16);
  let used = 16;
  const word = (): number => {
    if (used === 16) {
      chachaBlock(state, block);
      state[12]!++;
      used = 0;
    }
    return block[used++]!;
  };
  const fraction = (): number => word() / 2 ** 32;
  return { word, fraction, below: (limit) => Math.floor(fraction() * limit) };
}

function chachaBlock(state: Uint32Array, block: Uint32Array): void {
  block.set(state);
  for (let round = 0; round < 10; round++) {
    quarter(block, 0, 4, 8, 12);
    quarter(block, 1, 5, 9, 13);
    quarter(block, 2, 6, 10, 14);
    quarter(block, 3, 7, 11, 15);
    quarter(block, 0, 5, 10, 15);
    quarter(block, 1, 6, 11, 12);
    quarter(block, 2, 7, 8, 13);
    quarter(block, 3, 4, 9, 14);
  }
  for (let at = 0; at < 16; at++) block[at]! += state[at]!;
}

function quarter(x: Uint32Array, a: number, b: number, c: number, d: number): void {
  x[a]! += x[b]!;
  x[d] = rotate(x[d]! ^ x[a]!, 16);
  x[c]! += x[d]!;
  x[b] = rotate(x[b]! ^ x[c]!, 12);
  x[a]! += x[b]!;
  x[d] = rotate(x[d]! ^ x[a]!, 8);
  x[c]! += x[d]!;
  x[b] = rotate(x[b]! ^ x[c]!, 7);
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
