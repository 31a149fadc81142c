/**
 * A plain generator (SplitMix32): an attacker's guesses need not be secret, only varied and repeatable.
 *
 * @returns draws of a whole number from 0 to limit − 1
 */
export function guesses(): (limit: number) => number {
  let state = 0x9e3779b9;
  return (limit) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % limit;
  };
}
