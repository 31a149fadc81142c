import { chachaBlock, chachaState } from '../secondary/chacha.ts';

/** Keys are numbers modulo this prime, 2³¹ − 1. A person's number must be below it. */
export const KEY_MODULUS = 2 ** 31 - 1;

/** Coefficients of the polynomial that gives every person a key, the highest power first. Secret. */
export type RecordKeys = readonly [cube: number, square: number, one: number, constant: number];

/** Sets the words apart that are drawn from one secret for different ends. */
const RECORDS = 0x6f636572;

/**
 * The polynomial that record keys are made by, from a secret.
 *
 * A person's key is a polynomial of degree 3 in the person's number over GF(2³¹ − 1), and the key of a set is the
 * sum of its persons' keys: so two given sets have the same key with a chance of 2⁻³¹, unless their numbers of
 * persons and the sums of those persons' numbers, squares and cubes all agree (Carter & Wegman, "Universal
 * classes of hash functions", JCSS 18, 1979). Two sets with one key have the same noise, no more. A cipher need
 * not make record keys: nobody sees one, nor a sum of them, but only noise drawn by a cipher from the sum. And
 * a polynomial is one expression in SQL.
 *
 * @param secret 32 bytes
 * @throws RangeError when the secret is not 32 bytes
 */
export function recordKeys(secret: Uint8Array): RecordKeys {
  const state = chachaState(secret);
  state[14] = RECORDS;
  const block = new Uint32Array(16);
  chachaBlock(state, block);
  const word = (at: number): number => block[at]! % KEY_MODULUS;
  return [word(0), word(1), word(2), word(3)];
}

/** Key of a person, from 0 up to, not including, {@link KEY_MODULUS}. */
export function recordKey([cube, square, one, constant]: RecordKeys, person: number): number {
  const x = person % KEY_MODULUS;
  const third = (multiply(cube, x) + square) % KEY_MODULUS;
  const second = (multiply(third, x) + one) % KEY_MODULUS;
  return (multiply(second, x) + constant) % KEY_MODULUS;
}

/** Key of two sets without a person in common, taken together. */
export function addKeys(one: number, other: number): number {
  return (one + other) % KEY_MODULUS;
}

/** a × b modulo the prime, in halves of 16 bits, because a double holds no product of 62. */
function multiply(a: number, b: number): number {
  const high = ((a >>> 16) * b) % KEY_MODULUS;
  return (high * 65_536 + (a & 65_535) * b) % KEY_MODULUS;
}
