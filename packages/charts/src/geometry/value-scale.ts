import { scaleLinear, type ScaleLinear } from 'd3-scale';

export interface Tick {
  readonly value: number;
  /** Digits after the decimal mark that tell this tick from its neighbours. */
  readonly decimals: number;
}

export interface ValueScale {
  readonly scale: ScaleLinear<number, number>;
  readonly ticks: readonly Tick[];
}

/**
 * A linear scale over the numbers that are shown, widened to round numbers. Nothing else has a say in it:
 * a domain that reached for a hidden value would tell how large it is.
 *
 * @param numbers - all numbers shown
 * @param range - where the ends of the domain stand, in pixels
 * @param count - about how many ticks there is room for
 * @param fromZero - true where the domain must hold zero, as for bars
 * @param decimals - digits of the values: ticks are never finer
 */
export function valueScale(
  numbers: readonly number[],
  range: readonly [number, number],
  count: number,
  fromZero: boolean,
  decimals: number,
): ValueScale {
  let low = numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0);
  let high = numbers.reduce((most, number) => Math.max(most, number), numbers[0] ?? 1);
  if (fromZero || (low > 0 && low < high / 2)) low = Math.min(0, low);
  if (fromZero) high = Math.max(0, high);
  if (low === high) high = low + 1;

  const scale = scaleLinear<number, number>().domain([low, high]).nice(count).range(range);
  // Where nothing is shown there is nothing to read off a scale.
  if (numbers.length === 0) return { scale, ticks: [] };
  const places = scale.ticks(count);
  const [first = low, second = high] = places;
  const step = Math.max(second - first, 10 ** -decimals);
  const tickDecimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks = places
    .filter((value) => isMultiple(value, 10 ** -decimals))
    .map((value) => ({ value, decimals: tickDecimals }));
  return { scale, ticks };
}

function isMultiple(value: number, unit: number): boolean {
  const parts = value / unit;
  return Math.abs(parts - Math.round(parts)) < 1e-6;
}
