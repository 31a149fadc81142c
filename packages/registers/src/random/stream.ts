/**
 * A stream of random numbers: the four 32-bit words of an sfc32 generator (C. Doty-Humphrey,
 * PractRand). Each person has a stream of their own, begun from the seed and the person's number,
 * so that a person comes out the same in whatever block they are made.
 */
export type Stream = Int32Array;

export function makeStream(): Stream {
  return new Int32Array(4);
}

/**
 * Puts a stream at the beginning of a person's numbers.
 *
 * @param seed a whole number of at most 53 bits
 */
export function startStream(stream: Stream, seed: number, person: number): void {
  const low = seed | 0;
  const high = Math.floor(seed / 2 ** 32) | 0;
  const a = mix(low ^ 0x9e3779b9);
  const b = mix(a ^ high);
  const c = mix(b ^ person);
  stream[0] = a;
  stream[1] = c;
  stream[2] = mix(c + 0x85ebca6b);
  stream[3] = 1;
  for (let round = 0; round < 6; round++) nextBits(stream);
}

/** The next 32 bits, as a signed integer. */
export function nextBits(stream: Stream): number {
  const a = stream[0]!;
  const b = stream[1]!;
  const c = stream[2]!;
  const counter = stream[3]!;
  const bits = (a + b + counter) | 0;
  stream[0] = b ^ (b >>> 9);
  stream[1] = (c + (c << 3)) | 0;
  stream[2] = (((c << 21) | (c >>> 11)) + bits) | 0;
  stream[3] = (counter + 1) | 0;
  return bits;
}

/** A number from 0 up to, but not including, 1. */
export function nextFraction(stream: Stream): number {
  return (nextBits(stream) >>> 0) * 2 ** -32;
}

/** A whole number from 0 to `size - 1`. */
export function nextBelow(stream: Stream, size: number): number {
  return Math.floor(nextFraction(stream) * size);
}

/** The finaliser of MurmurHash3: every bit of the input moves about half the bits of the output. */
function mix(word: number): number {
  let bits = word | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
