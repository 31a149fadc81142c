/** Whole numbers from `low` to `high`. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * A number to the nearest multiple of the base; half-way it goes away from 0: 15 to base 10 is 20.
 */
export function roundTo(value: number, base: number): number {
  const rounded = Math.floor(Math.abs(value) / base + 0.5) * base;
  return value < 0 && rounded > 0 ? -rounded : rounded;
}

/** A count to the nearest multiple of the base, but never down to 0: 0 is said of what is empty, and nothing else. */
export function roundCount(count: number, base: number): number {
  return count === 0 ? 0 : Math.max(base, roundTo(count, base));
}

/** Which whole numbers from 0 {@link roundTo} makes into this multiple of the base. */
export function numbersOf(rounded: number, base: number): Range {
  const low = rounded - Math.floor(base / 2);
  return { low: Math.max(0, low), high: rounded + Math.ceil(base / 2) - 1 };
}

/** Which counts {@link roundCount} makes into this multiple of the base. */
export function countsOf(rounded: number, base: number): Range {
  if (rounded === 0) return { low: 0, high: 0 };
  const { low, high } = numbersOf(rounded, base);
  return { low: rounded === base ? 1 : low, high };
}
