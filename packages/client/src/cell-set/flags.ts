import { type Flag, FLAGS } from '@datakube/contract';
import { DatakubeProtocolError } from '../errors.ts';
import { asRecord } from './head.ts';

/** Flags as bits of each cell, from the cells that JSON names for each flag; what is no such thing as NaN. */
export function bitsOf(flags: unknown, cells: number): Float64Array {
  const bits = new Float64Array(cells);
  for (const [flag, named] of Object.entries(asRecord(flags))) {
    for (const cell of Array.isArray(named) ? (named as number[]) : [NaN]) {
      if (Object.hasOwn(bits, cell)) bits[cell]! += 2 ** FLAGS.indexOf(flag as Flag);
      else bits.fill(NaN);
    }
  }
  return bits;
}

/**
 * The bits, if they are those of flags, of cells that have a number.
 *
 * @throws DatakubeProtocolError when they are not, or there are none
 */
export function checkFlags(bits: Float64Array, value: Float64Array): Uint8Array {
  const all = 2 ** FLAGS.length - 1;
  // An unknown flag is half a bit, a flag that stands there twice one too many.
  if (
    !bits.some(Boolean) ||
    bits.some((bit, cell) => (bit & all) !== bit || (bit && Number.isNaN(value[cell])))
  )
    throw new DatakubeProtocolError('A flag is not where it can be');
  return Uint8Array.from(bits);
}
