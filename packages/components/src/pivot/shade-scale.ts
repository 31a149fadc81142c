/** The classes of a scale, each with the least and the greatest number in it. */
export interface HeatScale {
  readonly classes: readonly { readonly least: number; readonly most: number }[];
  /** The class of a number, counted from 0. */
  readonly classOf: (value: number) => number;
}

/**
 * Divides numbers into classes of as many each as can be; equal numbers share a class. Fewer classes than asked
 * for where there are not so many different numbers; null where there is no number.
 *
 * @param values changed: sorted
 */
export function heatScale(values: Float64Array, count: number): HeatScale | null {
  if (values.length === 0) return null;
  values.sort();
  const bounds: number[] = [];
  for (let i = 1; i < count; i++) {
    const bound = values[Math.floor((i * values.length) / count)]!;
    if (bound > (bounds.at(-1) ?? values[0]!)) bounds.push(bound);
  }
  const classOf = (value: number): number => {
    let at = 0;
    while (at < bounds.length && value >= bounds[at]!) at++;
    return at;
  };
  const classes = [values[0]!, ...bounds].map((least, i) => {
    const next = bounds[i];
    return { least, most: next === undefined ? values.at(-1)! : lastBelow(values, next) };
  });
  return { classes, classOf };
}

/** The greatest number below one that is among them, by binary search. */
function lastBelow(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1]!;
}

/** A bar from zero: where it begins and how long it is, as shares of the cell. */
export interface Bar {
  readonly start: number;
  readonly length: number;
}

/** The bar of a number, and the range of all of them. */
export type BarScale = ((value: number) => Bar) & { readonly least: number; readonly most: number };

/** Bars over a range of numbers, which has zero in it. Null where there is no number. */
export function barScale(values: Float64Array): BarScale | null {
  if (values.length === 0) return null;
  const least = values.reduce((a, b) => Math.min(a, b), 0);
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  const span = most - least || 1;
  const bar = (value: number): Bar => ({
    start: (Math.min(value, 0) - least) / span,
    length: Math.abs(value) / span,
  });
  return Object.assign(bar, { least, most });
}
