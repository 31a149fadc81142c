import type { ChartValue } from '../../model/chart-value.ts';
import { shownNumbers } from '../../model/chart-value.ts';

export const SPARKLINE_WIDTH = 72;
export const SPARKLINE_HEIGHT = 20;
/** Height of the strip at the foot where hidden periods are hatched. It is no height on the scale of values. */
export const SPARKLINE_STRIP = 5;

const edge = 3;

/** A value of a sparkline: its middle, and null for a height where no number is shown. */
export interface SparkPoint {
  readonly x: number;
  readonly y: number | null;
}

export interface SparklineGeometry {
  /** Points that a line connects; a point alone is a line of its own. */
  readonly runs: readonly (readonly { readonly x: number; readonly y: number }[])[];
  /** The last value that is shown. */
  readonly last: { readonly x: number; readonly y: number } | null;
  /** Where hidden periods are hatched: all of the same width. */
  readonly hatches: readonly { readonly x: number; readonly width: number }[];
}

/**
 * Where a sparkline runs: from the least to the greatest of its own numbers, so that two sparklines cannot be compared
 * by height. Numbers that are all the same run through the middle.
 *
 * @param breaks - places of values that cannot be compared with those before them: no line comes to them
 */
export function sparklineGeometry(
  values: readonly ChartValue[],
  breaks: readonly number[] = [],
): SparklineGeometry {
  const numbers = shownNumbers(values);
  const least = Math.min(...numbers);
  const range = Math.max(...numbers) - least;
  const strip = values.some(({ kind }) => kind === 'hidden') ? SPARKLINE_STRIP : 0;
  const bottom = SPARKLINE_HEIGHT - edge - strip;
  const slot = (SPARKLINE_WIDTH - 2 * edge) / Math.max(1, values.length);
  const points = values.map((value, at): SparkPoint => {
    const x = edge + slot * (at + 0.5);
    if (value.kind !== 'shown') return { x, y: null };
    const share = range > 0 ? (value.value - least) / range : 0.5;
    return { x, y: bottom - share * (bottom - edge) };
  });

  const runs: { x: number; y: number }[][] = [];
  points.forEach(({ x, y }, at) => {
    if (y === null) return;
    const joined = at > 0 && points[at - 1]?.y !== null && !breaks.includes(at);
    if (joined) runs.at(-1)?.push({ x, y });
    else runs.push([{ x, y }]);
  });
  return {
    runs,
    last: runs.at(-1)?.at(-1) ?? null,
    hatches: values.flatMap(({ kind }, at) =>
      kind === 'hidden' ? [{ x: edge + slot * at, width: slot }] : [],
    ),
  };
}
