/**
 * The state of ChaCha20 (RFC 8439) before its first block: the key set, counter and nonce 0. Words 12 to 15 are
 * the counter and the nonce.
 *
 * @param key 32 secret bytes
 * @throws RangeError when the key is not 32 bytes
 */
export function chachaState(key: Uint8Array): Uint32Array {
  if (key.length !== 32) throw new RangeError('The seed must be 32 bytes');
  const view = new DataView(key.buffer, key.byteOffset, 32);
  const state = new Uint32Array(16);
  state.set([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574]);
  for (let at = 0; at < 8; at++) state[4 + at] = view.getUint32(4 * at, true);
  return state;
}

/** Writes the block of key stream that belongs to a state. */
export function chachaBlock(state: Uint32Array, block: Uint32Array): void {
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
