import { widest } from '../geometry/text-width.ts';
import { valueScale } from '../geometry/value-scale.ts';
import { formatNumber } from '../numbers.ts';
import type { Writing } from '../words.ts';

/**
 * How wide the numbers beside an axis become, before it is known how many there are: a scale is widened to round
 * numbers, which may have a digit more than any value.
 */
export function tickWidth(
  numbers: readonly number[],
  fromZero: boolean,
  { language, decimals }: Writing,
  measure: (text: string) => number,
): number {
  const texts = [2, 3, 4, 5, 6].flatMap((count) =>
    valueScale(numbers, [0, 1], count, fromZero, decimals).ticks.map((tick) =>
      formatNumber(tick.value, language, tick.decimals),
    ),
  );
  return widest(texts, measure);
}
