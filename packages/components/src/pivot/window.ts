/** A half-open range of positions: `first` up to and without `end`. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

/** True when `inner` lies within `outer`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.first <= inner.first && inner.end <= outer.end;
}

/**
 * The rows that show at least one pixel in a viewport.
 *
 * @param offset pixels scrolled past
 * @param extent height of the viewport in pixels
 * @param size height of every row
 * @param count number of rows
 */
export function uniformRange(offset: number, extent: number, size: number, count: number): Range {
  const first = clamp(Math.floor(offset / size), 0, count);
  return { first, end: clamp(Math.ceil((offset + extent) / size), first, count) };
}

/** Where tracks of different sizes begin: prefix sums, one longer than the sizes. The last is the whole length. */
export function trackOffsets(sizes: ArrayLike<number>): Float64Array {
  const offsets = new Float64Array(sizes.length + 1);
  for (let i = 0; i < sizes.length; i++) offsets[i + 1] = offsets[i]! + sizes[i]!;
  return offsets;
}

/** The tracks that show at least one pixel in a viewport, by binary search. Every track is wider than nothing. */
export function trackRange(offsets: Float64Array, offset: number, extent: number): Range {
  const count = offsets.length - 1;
  const first = clamp(lastAtOrBefore(offsets, offset), 0, count);
  let end = first;
  if (offsets[count]! > offset) end = clamp(lastAtOrBefore(offsets, offset + extent) + 1, first, count);
  // A track that begins exactly where the viewport ends does not show.
  if (end > first && offsets[end - 1]! >= offset + extent) end--;
  return { first, end };
}

/** A range with some more on either side, so that a small scroll finds its rows already there. */
export function withOverscan({ first, end }: Range, overscan: number, count: number): Range {
  return { first: Math.max(0, first - overscan), end: Math.min(count, end + overscan) };
}

function lastAtOrBefore(offsets: Float64Array, offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
