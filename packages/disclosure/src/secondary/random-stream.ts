import { chachaBlock, chachaState } from './chacha.ts';

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
  const state = chachaState(seed);
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
