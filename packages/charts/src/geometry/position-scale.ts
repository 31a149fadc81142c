import { ticksApart } from './ticks-apart.ts';
import { valueScale, type Tick } from './value-scale.ts';

/** A value axis for what is read by where it stands, as dots and boxes are: it need not begin at zero. */
export interface PositionScale {
  readonly at: (value: number) => number;
  readonly ticks: readonly (Tick & { readonly x: number })[];
}

/** What stands at the ends of the scale stands whole within the plot. */
const inset = 8;

/**
 * @param numbers - all numbers that are drawn, and nothing else
 * @param plot - the field, and the width of the drawing, which numbers below the axis must not leave
 * @param tick - width of the widest number of a tick
 * @param decimals - digits of the values: ticks are never finer
 * @param zero - true where the axis begins at zero
 */
export function positionScale(
  numbers: readonly number[],
  { left, right, width }: { readonly left: number; readonly right: number; readonly width: number },
  tick: number,
  decimals: number,
  zero: boolean,
): PositionScale {
  const from = Math.max(left + inset, tick / 2);
  const to = Math.max(from + 40, Math.min(right - inset, width - tick / 2));
  const count = Math.min(6, Math.max(4, Math.floor((right - left) / 72)));
  const { scale, ticks } = valueScale(numbers, [from, to], count, zero, decimals);
  return {
    at: (value) => scale(value),
    ticks: ticksApart(
      ticks.map((each) => ({ ...each, x: scale(each.value) })),
      ({ x }) => x,
      tick + 12,
    ),
  };
}
