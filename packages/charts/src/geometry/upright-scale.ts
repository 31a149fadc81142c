import { ticksApart } from './ticks-apart.ts';
import { valueScale, type Tick } from './value-scale.ts';

/** The field in which horizontal bars stand. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The value axis of horizontal bars: numbers run from left to right, zero among them. */
export interface UprightScale {
  readonly at: (value: number) => number;
  /** Where zero is. */
  readonly base: number;
  readonly ticks: readonly (Tick & { readonly x: number })[];
}

/** Room for the number of a tick, in pixels. */
const TICK_ROOM = 64;

/**
 * @param numbers - all numbers that are drawn, and nothing else
 * @param decimals - digits of the values: ticks are never finer
 */
export function uprightScale(
  numbers: readonly number[],
  { left, right }: Pick<Plot, 'left' | 'right'>,
  decimals: number,
): UprightScale {
  // Never few, even where there is little room: round numbers far apart would leave half of the plot empty.
  const count = Math.min(6, Math.max(5, Math.floor((right - left) / 72)));
  const { scale, ticks } = valueScale(numbers, [left, right], count, true, decimals);
  return {
    at: (value) => scale(value),
    base: scale(0),
    ticks: ticksApart(
      ticks.map((tick) => ({ ...tick, x: scale(tick.value) })),
      ({ x }) => x,
      TICK_ROOM,
    ),
  };
}
