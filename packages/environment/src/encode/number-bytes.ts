/** Bytes that a number takes at most: `-2.2250738585072014e-308`. */
export const LONGEST_NUMBER = 24;

const ZERO = 48;
const POINT = 46;
/** Whole numbers below it are written digit by digit; so few digits that a number of tenths has one way to be written. */
const DIGITS_BELOW = 1e9;

/**
 * Writes a number as JSON has it, without making a text of it: that would cost more than all else in an answer.
 *
 * @param at where it begins; {@link LONGEST_NUMBER} bytes must be free there
 * @returns where it ends
 */
export function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  if (value >= 0 && value < DIGITS_BELOW) {
    const whole = Math.trunc(value);
    if (whole === value) return writeDigits(bytes, at, whole);
    const tenths = Math.round(value * 10);
    // The nearest number to these digits is the value, and no other digits so few have the same.
    if (tenths < DIGITS_BELOW && tenths / 10 === value) {
      const point = writeDigits(bytes, at, whole);
      bytes[point] = POINT;
      bytes[point + 1] = ZERO + (tenths % 10);
      return point + 2;
    }
  }
  const text = JSON.stringify(value);
  for (let index = 0; index < text.length; index++) bytes[at + index] = text.charCodeAt(index);
  return at + text.length;
}

function writeDigits(bytes: Uint8Array, at: number, whole: number): number {
  let end = at + 1;
  for (let rest = whole; rest >= 10; rest = (rest / 10) | 0) end++;
  for (let place = end - 1, rest = whole | 0; place >= at; place--) {
    const tens = (rest / 10) | 0;
    bytes[place] = ZERO + rest - tens * 10;
    rest = tens;
  }
  return end;
}
