import type { ChartModel } from '../../model/chart-model.ts';
import { shownNumbers, type ChartValue } from '../../model/chart-value.ts';
import { valueScale, type Tick } from '../../geometry/value-scale.ts';

/** Length of the stub that stands for a value that is not shown: the same for all, whatever they are. */
export const STUB_LENGTH = 34;

const axisHeight = 20;
const gap = 8;

export interface Bar {
  readonly category: number;
  readonly series: number;
  readonly value: ChartValue;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BarGeometry {
  readonly width: number;
  readonly height: number;
  /** The field in which bars stand. */
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Where zero is. */
  readonly base: number;
  readonly ticks: readonly (Tick & { readonly x: number })[];
  readonly bars: readonly Bar[];
  /** The vertical middle of each category's group of bars. */
  readonly middles: readonly number[];
  /** Where the reference line stands, if its value is shown. */
  readonly reference: number | null;
}

/** Room that texts need, in pixels: measured by the caller, so that geometry knows no fonts. */
export interface BarRoom {
  readonly width: number;
  /** Above the plot, for the key of the series. */
  readonly top: number;
  readonly labels: number;
  readonly values: number;
  readonly decimals: number;
}

/** Height of a bar and of a whole category, by the number of series: a value's text fits beside each bar. */
export function bandOf(series: number): { bar: number; band: number } {
  return series <= 1 ? { bar: 18, band: 28 } : { bar: 14, band: 15 * series + 11 };
}

/** Positions and lengths of horizontal bars. The same for two models that differ only in what is hidden. */
export function barGeometry(model: ChartModel, room: BarRoom): BarGeometry {
  const { bar, band } = bandOf(model.series.length);
  const left = room.labels + gap;
  const right = Math.max(left + STUB_LENGTH, room.width - room.values - gap);
  const top = room.top + 4;
  const bottom = top + band * model.categories.length;

  const numbers = shownNumbers(model.series.flatMap((series) => series.values));
  const reference = model.references[0]?.values[0];
  if (reference?.kind === 'shown') numbers.push(reference.value);
  const count = Math.min(6, Math.max(2, Math.floor((right - left) / 72)));
  const { scale, ticks } = valueScale(numbers, [left, right], count, true, room.decimals);
  const base = scale(0);

  const groupHeight = model.series.length <= 1 ? bar : 15 * model.series.length - 1;
  const groupTop = (category: number): number => top + band * category + (band - groupHeight) / 2;
  const bars = model.categories.flatMap((_, category) =>
    model.series.map(({ values }, series): Bar => {
      const value = values[category] ?? { kind: 'missing' };
      const end = value.kind === 'shown' ? scale(value.value) : base;
      const width = value.kind === 'hidden' ? STUB_LENGTH : Math.abs(end - base);
      const y = groupTop(category) + 15 * series;
      return { category, series, value, x: Math.min(base, end), y, width, height: bar };
    }),
  );
  return {
    width: room.width,
    height: bottom + axisHeight,
    plot: { left, right, top, bottom },
    base,
    ticks: apart(ticks.map((tick) => ({ ...tick, x: scale(tick.value) }))),
    bars,
    middles: model.categories.map((_, category) => top + band * (category + 0.5)),
    reference: reference?.kind === 'shown' ? scale(reference.value) : null,
  };
}

/** Room for the number of a tick, in pixels. */
const TICK_ROOM = 64;

/** Every other tick, the one at 0 among them, until their numbers do not meet: a scale may give more than asked for. */
function apart<T extends Tick & { readonly x: number }>(ticks: readonly T[]): readonly T[] {
  const [first, second] = ticks;
  if (!first || !second || second.x - first.x >= TICK_ROOM) return ticks;
  const zero = Math.max(
    0,
    ticks.findIndex(({ value }) => value === 0),
  );
  return apart(ticks.filter((_, at) => (at - zero) % 2 === 0));
}
