import { type Note, noteRows, notesHeight, type PlacedNote } from '../../geometry/note-rows.ts';
import { spread } from '../../geometry/spread.ts';
import { type TimeAxis, timeAxis } from '../../geometry/time-axis.ts';
import { valueScale, type Tick } from '../../geometry/value-scale.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { shownNumbers, type ChartValue } from '../../model/chart-value.ts';
import { breaksIn, holds } from '../../model/flags.ts';
import type { Series } from '../../model/series.ts';
import { STRIP_HEIGHT, type StripPiece } from '../../scene/strip.ts';

const axisHeight = 22;
const topMargin = 10;
const labelHeight = 15;

export interface Point {
  readonly category: number;
  readonly value: ChartValue;
  readonly x: number;
  /** Null where no number is shown. */
  readonly y: number | null;
  /** True where the series breaks before the point: no line comes to it. */
  readonly breaks: boolean;
}

export interface Line {
  readonly points: readonly Point[];
  /** Where the label stands at the right. */
  readonly labelY: number;
}

export interface LineGeometry extends TimeAxis {
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
  readonly ticks: readonly (Tick & { readonly y: number })[];
  readonly lines: readonly Line[];
  readonly references: readonly Line[];
  readonly strips: readonly StripPiece[];
  /** Where the line of each note stands, and where it is written. */
  readonly notes: readonly { readonly x: number; readonly placed: PlacedNote }[];
  /** Height of each number that the page remarks on, and of its text. */
  readonly levels: readonly { readonly y: number; readonly textY: number }[];
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
  /** What is written above the plot, with the width of its text. */
  readonly notes: readonly { readonly category: number; readonly before: boolean; readonly width: number }[];
  /** Numbers that the page remarks on: the value axis reaches as far as they do. */
  readonly levels: readonly number[];
}

/** Positions of points, gaps and labels. The same for two models that differ only in what is hidden. */
export function lineGeometry(model: ChartModel, room: LineRoom): LineGeometry {
  const all = [...model.series, ...model.references];
  const anyHidden = all.some(({ values }) => values.some((value) => value.kind === 'hidden'));
  const left = room.ticks + 14;
  const right = Math.max(left + 40, room.width - room.seriesLabels - 18);
  const axis = timeAxis(model.categories.length, left, right, room.categoryLabel);
  const notes = placeNotes(room.notes, axis, left, room.width);
  const top = topMargin + notesHeight(notes.map(({ placed }) => placed));
  const bottom = room.height - axisHeight;
  const floor = anyHidden ? bottom - STRIP_HEIGHT - 3 : bottom;

  const numbers = [...shownNumbers(all.flatMap(({ values }) => values)), ...room.levels];
  const count = Math.min(6, Math.max(2, Math.floor((floor - top) / 44)));
  const { scale, ticks } = valueScale(numbers, [floor, top], count, room.zero, room.decimals);

  const breaks = breaksIn(model);
  const points = all.map((series): Point[] =>
    series.values.map((value, category) => ({
      category,
      value,
      x: axis.xs[category] ?? left,
      y: value.kind === 'shown' ? scale(value.value) : null,
      breaks: breaks.includes(category) && breaksAt(model, series, category),
    })),
  );
  const wanted = points.map(
    (line) => line.findLast((point) => point.y !== null)?.y ?? floor + STRIP_HEIGHT / 2,
  );
  const labels = spread(wanted, labelHeight, top, bottom);
  const lines = points.map((line, index): Line => ({ points: line, labelY: labels[index] ?? floor }));
  const levels = room.levels.map((level) => scale(level));
  const levelTexts = spread(levels, labelHeight, top + 8, floor);

  return {
    ...axis,
    width: room.width,
    height: room.height,
    plot: { left, right, top, bottom },
    floor,
    ticks: ticks.map((tick) => ({ ...tick, y: scale(tick.value) })),
    lines: lines.slice(0, model.series.length),
    references: lines.slice(model.series.length),
    strips: hiddenStrips(model.series, axis, left, right),
    notes,
    levels: levels.map((y, index) => ({ y, textY: levelTexts[index] ?? y })),
  };
}

/** True where a line may not come from the period before: the period breaks all series, or this one breaks itself. */
function breaksAt({ categories }: ChartModel, { values }: Series, category: number): boolean {
  return (categories[category]?.flags?.includes('break') ?? false) || holds(values[category], 'break');
}

/** Where notes stand and are written, from where the values begin to the right end of the drawing. */
export function placeNotes(
  notes: LineRoom['notes'],
  { xs, step }: TimeAxis,
  left: number,
  right: number,
): LineGeometry['notes'] {
  const at = notes.map(({ category, before, width }): Note => ({
    x: (xs[category] ?? left) - (before ? step / 2 : 0),
    width,
  }));
  const placed = noteRows(at, left, right);
  return at.flatMap(({ x }, index) => {
    const place = placed[index];
    return place ? [{ x, placed: place }] : [];
  });
}

/** Where several series are hidden in one period, they share its piece of the strip side by side. */
function hiddenStrips(
  series: readonly Series[],
  { xs, step }: TimeAxis,
  left: number,
  right: number,
): StripPiece[] {
  return xs.flatMap((x, category) => {
    const hidden = [...series.keys()].filter((index) => series[index]?.values[category]?.kind === 'hidden');
    return sharedStrip(hidden, category, [Math.max(left, x - step / 2), Math.min(right, x + step / 2)]);
  });
}

/** A period's piece of the strip, shared by series side by side. */
export function sharedStrip(
  series: readonly number[],
  category: number,
  [from, to]: readonly [number, number],
): StripPiece[] {
  const width = (to - from) / series.length;
  return series.map((index, order) => ({ category, series: index, x: from + width * order, width }));
}
