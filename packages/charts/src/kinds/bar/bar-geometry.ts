import { type Note, noteRows, notesHeight, type PlacedNote } from '../../geometry/note-rows.ts';
import { type Plot, uprightScale, type UprightScale } from '../../geometry/upright-scale.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { shownNumbers, type ChartValue } from '../../model/chart-value.ts';
import type { ReferenceSeries } from '../../model/series.ts';

/** Length of the stub that stands for a value that is not shown: the same for all, whatever they are. */
export const STUB_LENGTH = 34;

const axisHeight = 20;
const gap = 8;
const pitch = 15;

export interface Bar {
  readonly category: number;
  readonly series: number;
  readonly value: ChartValue;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A piece of the line of something to compare with. */
export interface ReferencePiece {
  readonly reference: number;
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

export interface BarGeometry extends Pick<UprightScale, 'base' | 'ticks'> {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly bars: readonly Bar[];
  /** The vertical middle of each category's group of bars. */
  readonly middles: readonly number[];
  readonly references: readonly ReferencePiece[];
  /** Where the line of each note stands, and where it is written. */
  readonly notes: readonly { readonly x: number; readonly placed: PlacedNote }[];
}

/** Room that texts need, in pixels: measured by the caller, so that geometry knows no fonts. */
export interface BarRoom {
  readonly width: number;
  /** Above the plot, for the key of the series. */
  readonly top: number;
  readonly labels: number;
  readonly values: number;
  /** Half of the widest number on the axis: it may stand at the right end of the plot. */
  readonly halfTick: number;
  readonly decimals: number;
  /** What is written above the plot, at a number of the value axis, which reaches as far. */
  readonly notes: readonly { readonly at: number; readonly width: number }[];
}

/** Height of a bar and of a whole category, by the number of series: a value's text fits beside each bar. */
export function bandOf(series: number): { bar: number; band: number } {
  return series <= 1 ? { bar: 18, band: 28 } : { bar: 14, band: pitch * series + 11 };
}

/** Positions and lengths of horizontal bars. The same for two models that differ only in what is hidden. */
export function barGeometry(model: ChartModel, room: BarRoom): BarGeometry {
  const { bar, band } = bandOf(model.series.length);
  const left = room.labels + gap;
  const right = Math.max(left + STUB_LENGTH, room.width - Math.max(room.values + gap, room.halfTick));
  const numbers = [...drawnNumbers(model), ...room.notes.map(({ at }) => at)];
  const { at, base, ticks } = uprightScale(numbers, { left, right }, room.decimals);

  const lines = room.notes.map((note): Note => ({ x: at(note.at), width: note.width }));
  const placed = noteRows(lines, left, room.width);
  const top = room.top + notesHeight(placed) + 4;
  const bottom = top + band * model.categories.length;

  const groupHeight = model.series.length <= 1 ? bar : pitch * model.series.length - 1;
  const groupTop = (category: number): number => top + band * category + (band - groupHeight) / 2;
  const bars = model.categories.flatMap((_, category) =>
    model.series.map(({ values }, series): Bar => {
      const value = values[category] ?? { kind: 'missing' };
      const end = value.kind === 'shown' ? at(value.value) : base;
      const width = value.kind === 'hidden' ? STUB_LENGTH : Math.abs(end - base);
      const y = groupTop(category) + pitch * series;
      return { category, series, value, x: Math.min(base, end), y, width, height: bar };
    }),
  );
  const extent = (of: ReferenceSeries['of'], category: number): readonly [number, number] =>
    of.length === model.series.length
      ? [top + band * category, top + band * (category + 1)]
      : [groupTop(category) + pitch * Math.min(...of), groupTop(category) + pitch * Math.max(...of) + bar];
  return {
    width: room.width,
    height: bottom + axisHeight,
    plot: { left, right, top, bottom },
    base,
    ticks,
    bars,
    middles: model.categories.map((_, category) => top + band * (category + 0.5)),
    references: model.references.flatMap(({ values, of }, reference) =>
      joined(
        values.flatMap((value, category) => {
          const [from, to] = extent(of, category);
          return value.kind === 'shown' ? [{ reference, x: at(value.value), from, to }] : [];
        }),
      ),
    ),
    notes: lines.flatMap(({ x }, index) => {
      const place = placed[index];
      return place ? [{ x, placed: place }] : [];
    }),
  };
}

/** The numbers that the value axis is made from. */
export function drawnNumbers({ series, references }: ChartModel): number[] {
  return shownNumbers([...series, ...references].flatMap(({ values }) => values));
}

/** Pieces that meet, as one. */
function joined(pieces: readonly ReferencePiece[]): ReferencePiece[] {
  const lines: ReferencePiece[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last?.x === piece.x && last.to === piece.from) lines[lines.length - 1] = { ...last, to: piece.to };
    else lines.push(piece);
  }
  return lines;
}
