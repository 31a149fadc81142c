import { chachaBlock, chachaState } from '../secondary/chacha.ts';
import type { PerturbationTable, Transitions } from './perturbation-table.ts';

/** What a word is drawn for. Noise of persons and of each other measure is independent. */
export type Purpose = 'persons' | { readonly measure: string };

/** Sets the words apart that are drawn from one secret for different ends. */
const NOISE = 0x6573696f;

/**
 * Draws fractions from cell keys: the same for the same key and purpose, and not to be told from chance without
 * the secret. ChaCha20 is the function: a plain table look-up by the key itself would let sums of keys show in
 * sums of noise.
 *
 * @param secret 32 bytes
 * @returns a number from 0 up to, not including, 1, for a cell key from 0 to 2³² − 1 and a purpose
 * @throws RangeError when the secret is not 32 bytes
 */
export function keyedFractions(secret: Uint8Array): (key: number, purpose: Purpose) => number {
  const state = chachaState(secret);
  const block = new Uint32Array(16);
  const numbers = new Map<string, number>();
  state[14] = NOISE;
  return (key, purpose) => {
    state[12] = key;
    state[13] = purpose === 'persons' ? 0 : numberOf(purpose.measure, numbers);
    chachaBlock(state, block);
    return block[0]! / 2 ** 32;
  };
}

/** The deviation of a count that a fraction stands for. */
export function deviationAt({ rows }: PerturbationTable, count: number, fraction: number): number {
  return pick(rows[Math.min(count, rows.length - 1)]!, fraction);
}

function pick({ deviations, probabilities }: Transitions, fraction: number): number {
  let rest = fraction;
  let last = deviations[0]!;
  for (let at = 0; at < deviations.length; at++) {
    if (probabilities[at] === 0) continue;
    last = deviations[at]!;
    rest -= probabilities[at]!;
    if (rest < 0) return last;
  }
  return last;
}

/** A number from 1 for a name: FNV-1a over its UTF-16 units (identifiers are ASCII). */
function numberOf(name: string, known: Map<string, number>): number {
  const before = known.get(name);
  if (before !== undefined) return before;
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  const number = hash >>> 0 || 1;
  known.set(name, number);
  return number;
}
