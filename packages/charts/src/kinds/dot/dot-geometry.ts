import { noteRows, notesHeight, type Note, type PlacedNote } from '../../geometry/note-rows.ts';
import { positionScale, type PositionScale } from '../../geometry/position-scale.ts';
import type { Plot } from '../../geometry/upright-scale.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { shownNumbers, type ChartValue } from '../../model/chart-value.ts';

/** Size of the hatch that stands for a hidden value, left of the scale: the same for all, whatever they are. */
export const STUB = { width: 14, height: 12 } as const;
/** From one stub to the next: each series has its own place. */
const slot = STUB.width + 4;

const pitch = 26;
const axisHeight = 22;
const gap = 8;

export interface Dot {
  readonly category: number;
  readonly series: number;
  readonly value: ChartValue;
  /** Middle of the dot, or of the place of the series left of the scale where no number is shown. */
  readonly x: number;
  readonly y: number;
}

/** The line between the outermost dots of a row. */
export interface DotLink {
  readonly category: number;
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

export interface DotGeometry {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly pitch: number;
  /** Where names end. */
  readonly names: number;
  readonly ticks: PositionScale['ticks'];
  readonly dots: readonly Dot[];
  readonly links: readonly DotLink[];
  readonly middles: readonly number[];
  /** Where what is compared with stands, beside each row for which it is shown. */
  readonly references: readonly { readonly category: number; readonly x: number }[];
  /** What is written above the rows, and where its line stands. */
  readonly notes: readonly { readonly x: number; readonly placed: PlacedNote }[];
}

/** Room that texts need, in pixels: measured by the caller, so that geometry knows no fonts. */
export interface DotRoom {
  readonly width: number;
  /** Above the plot, for the names of the series. */
  readonly top: number;
  readonly names: number;
  /** Of the numbers at the right; 0 where none are written. */
  readonly values: number;
  /** Of the widest number of a tick. */
  readonly tick: number;
  readonly decimals: number;
  readonly zero: boolean;
  /** What is written above the rows, at a number of the axis, which reaches as far. */
  readonly notes: readonly { readonly at: number; readonly width: number }[];
}

/** The numbers that the axis is made from: those of the dots, and of what they are compared with. */
export function drawnNumbers({ series, references }: ChartModel): number[] {
  return shownNumbers([...series, ...references].flatMap(({ values }) => values));
}

/** Positions of dots on one scale. The same for two models that differ only in what is hidden. */
export function dotGeometry(model: ChartModel, room: DotRoom): DotGeometry {
  const all = model.series.flatMap(({ values }) => values);
  const gutter = all.some(({ kind }) => kind === 'hidden') ? slot * model.series.length + 4 : 0;
  const names = room.names;
  const left = names + gap + gutter;
  const right = Math.max(left + 60, room.width - (room.values > 0 ? room.values + gap : 8));
  const numbers = [...drawnNumbers(model), ...room.notes.map(({ at }) => at)];
  const { at: scale, ticks } = positionScale(
    numbers,
    { left, right, width: room.width },
    room.tick,
    room.decimals,
    room.zero,
  );

  const lines = room.notes.map((note): Note => ({ x: scale(note.at), width: note.width }));
  const placed = noteRows(lines, left, room.width);
  const top = room.top + notesHeight(placed);
  const bottom = top + pitch * model.categories.length;

  const middle = (category: number): number => top + pitch * (category + 0.5);
  const dots = model.categories.flatMap((_, category) =>
    model.series.map(({ values }, series): Dot => {
      const value = values[category] ?? { kind: 'missing' };
      const outside = names + gap + slot * series + STUB.width / 2;
      return {
        category,
        series,
        value,
        x: value.kind === 'shown' ? scale(value.value) : outside,
        y: middle(category),
      };
    }),
  );
  return {
    width: room.width,
    height: bottom + axisHeight,
    plot: { left, right, top, bottom },
    pitch,
    names,
    ticks,
    dots,
    links: model.categories.flatMap((_, category) => linkOf(dots, category, model.series.length)),
    middles: model.categories.map((_, category) => middle(category)),
    references: model.references.flatMap(({ values }) =>
      values.flatMap((value, category) =>
        value.kind === 'shown' ? [{ category, x: scale(value.value) }] : [],
      ),
    ),
    notes: lines.flatMap(({ x }, index) => {
      const place = placed[index];
      return place ? [{ x, placed: place }] : [];
    }),
  };
}

function linkOf(dots: readonly Dot[], category: number, series: number): DotLink[] {
  const own = dots.slice(category * series, (category + 1) * series);
  const xs = own.filter(({ value }) => value.kind === 'shown').map(({ x }) => x);
  if (xs.length < 2) return [];
  return [{ category, from: Math.min(...xs), to: Math.max(...xs), y: own[0]?.y ?? 0 }];
}
