import { scalePoint } from 'd3-scale';
import type { ChartModel } from '../../model/chart-model.ts';
import type { Series } from '../../model/series.ts';
import { shownNumbers, type ChartValue } from '../../model/chart-value.ts';
import { spread } from '../../geometry/spread.ts';
import { valueScale, type Tick } from '../../geometry/value-scale.ts';

/** Height of the strip on the axis where hidden periods are hatched. It is no height on the scale of values. */
export const STRIP_HEIGHT = 15;

const axisHeight = 22;
const topMargin = 10;
const labelHeight = 15;

export interface Point {
  readonly category: number;
  readonly value: ChartValue;
  readonly x: number;
  /** Null where no number is shown. */
  readonly y: number | null;
}

export interface Line {
  readonly points: readonly Point[];
  /** Where the label stands at the right. */
  readonly labelY: number;
}

/** A hatched piece of the strip: the periods of a series that are hidden. */
export interface Strip {
  readonly category: number;
  readonly series: number;
  readonly x: number;
  readonly width: number;
}

export interface LineGeometry {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** The lowest height a value can have; the strip, where there is one, is below it. */
  readonly floor: number;
  readonly xs: readonly number[];
  /** Categories that get a label under the axis: first, last, and those between that there is room for. */
  readonly labelled: readonly number[];
  readonly ticks: readonly (Tick & { readonly y: number })[];
  readonly lines: readonly Line[];
  readonly references: readonly Line[];
  readonly strips: readonly Strip[];
}

/** Room that texts need, in pixels. */
export interface LineRoom {
  readonly width: number;
  readonly height: number;
  readonly ticks: number;
  readonly seriesLabels: number;
  readonly categoryLabel: number;
  readonly decimals: number;
  readonly zero: boolean;
}

/** Positions of points, gaps and labels. The same for two models that differ only in what is hidden. */
export function lineGeometry(model: ChartModel, room: LineRoom): LineGeometry {
  const all = [...model.series, ...model.references];
  const anyHidden = all.some(({ values }) => values.some((value) => value.kind === 'hidden'));
  const left = room.ticks + 14;
  const right = Math.max(left + 40, room.width - room.seriesLabels - 18);
  const bottom = room.height - axisHeight;
  const floor = anyHidden ? bottom - STRIP_HEIGHT - 3 : bottom;

  const numbers = shownNumbers(all.flatMap(({ values }) => values));
  const count = Math.min(6, Math.max(2, Math.floor((floor - topMargin) / 44)));
  const { scale, ticks } = valueScale(numbers, [floor, topMargin], count, room.zero, room.decimals);

  const place = scalePoint<number>([...model.categories.keys()], [left, right]);
  const xs = model.categories.map((_, category) => place(category) ?? left);
  const step = xs.length > 1 ? place.step() : right - left;

  const pointsOf = (series: Series): Point[] =>
    series.values.map((value, category) => ({
      category,
      value,
      x: xs[category] ?? left,
      y: value.kind === 'shown' ? scale(value.value) : null,
    }));
  const points = all.map(pointsOf);
  const wanted = points.map(
    (line) => line.findLast((point) => point.y !== null)?.y ?? floor + STRIP_HEIGHT / 2,
  );
  const labels = spread(wanted, labelHeight, topMargin, bottom);
  const lines = points.map((line, index): Line => ({ points: line, labelY: labels[index] ?? floor }));

  return {
    width: room.width,
    height: room.height,
    plot: { left, right, top: topMargin, bottom },
    floor,
    xs,
    labelled: labelledCategories(xs.length, step, room.categoryLabel + 12),
    ticks: ticks.map((tick) => ({ ...tick, y: scale(tick.value) })),
    lines: lines.slice(0, model.series.length),
    references: lines.slice(model.series.length),
    strips: hiddenStrips(model.series, xs, step, left, right),
  };
}

/** Where several series are hidden in one period, they share its piece of the strip side by side. */
function hiddenStrips(
  series: readonly Series[],
  xs: readonly number[],
  step: number,
  left: number,
  right: number,
): Strip[] {
  return xs.flatMap((x, category) => {
    const hidden = [...series.keys()].filter((index) => series[index]?.values[category]?.kind === 'hidden');
    const from = Math.max(left, x - step / 2);
    const width = (Math.min(right, x + step / 2) - from) / hidden.length;
    return hidden.map((index, order) => ({ category, series: index, x: from + width * order, width }));
  });
}

/** As many as there is room for, the last among them: of two that would lie on each other the last stays. */
function labelledCategories(count: number, step: number, room: number): number[] {
  if (count === 0) return [];
  const every = Math.max(1, Math.ceil(room / step));
  const labelled = [];
  for (let category = 0; category <= count - 1 - every; category += every) labelled.push(category);
  return [...labelled, count - 1];
}
