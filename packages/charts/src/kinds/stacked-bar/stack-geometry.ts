import { type Note, noteRows, notesHeight, type PlacedNote } from '../../geometry/note-rows.ts';
import { type Plot, uprightScale, type UprightScale } from '../../geometry/upright-scale.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import type { ChartValue } from '../../model/chart-value.ts';

const axisHeight = 20;
const gap = 8;
const bar = 18;

/** Height of a bar with the room around it. */
export const BAND = 28;

/** One part of one bar. */
export interface Part {
  readonly category: number;
  readonly series: number;
  readonly value: ChartValue;
  /**
   * `stack`: on the scale. `gutter`: beside it, at a place and of a size that say nothing, because the value is
   * hidden, missing, or without a whole to be a share of.
   */
  readonly place: 'stack' | 'gutter';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface StackGeometry extends Pick<UprightScale, 'base' | 'ticks'> {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly parts: readonly Part[];
  readonly middles: readonly number[];
  readonly notes: readonly { readonly x: number; readonly placed: PlacedNote }[];
}

/** Room that texts need, in pixels. */
export interface StackRoom {
  readonly width: number;
  readonly top: number;
  readonly labels: number;
  /** For the whole of each bar, at the right end. */
  readonly wholes: number;
  /** Half of the widest number on the axis: it may stand at the right end of the plot. */
  readonly halfTick: number;
  readonly decimals: number;
  readonly notes: readonly { readonly at: number; readonly width: number }[];
}

/** Width of the stub of a part that is not on the scale: one for all. */
export function stubWidth(width: number): number {
  return width < 480 ? 10 : 20;
}

function between(width: number): number {
  return width < 480 ? 2 : 4;
}

/**
 * Parts one after another from zero, in the order of the series whatever is hidden; parts below zero to its left.
 *
 * @param lengths - how long each part of a category is, in the order of the series; null where it is not on the scale
 * @param numbers - what the value axis must hold beside the bars
 */
export function stackGeometry(
  model: ChartModel,
  lengths: readonly (readonly (number | null)[])[],
  numbers: readonly number[],
  room: StackRoom,
): StackGeometry {
  const stub = stubWidth(room.width);
  const beside = lengths.reduce(
    (most, parts) => Math.max(most, parts.filter((length) => length === null).length),
    0,
  );
  const gutter = beside === 0 ? 0 : beside * (stub + between(room.width)) + gap;
  const left = room.labels + gap;
  const beyond = room.wholes + (room.wholes > 0 ? gap : 0) + gutter + gap;
  const right = Math.max(left + 40, room.width - Math.max(beyond, room.halfTick));
  const spans = lengths.map(spansOf);
  const ends = stackEnds(lengths);
  const noted = room.notes.map(({ at }) => at);
  const { at, base, ticks } = uprightScale([...numbers, ...ends, ...noted], { left, right }, room.decimals);

  const lines = room.notes.map((note): Note => ({ x: at(note.at), width: note.width }));
  const placed = noteRows(lines, left, room.width);
  const top = room.top + notesHeight(placed) + 4;
  const bottom = top + BAND * model.categories.length;

  const parts = model.categories.flatMap((_, category) => {
    const y = top + BAND * category + (BAND - bar) / 2;
    let slot = right + gap + 4;
    return model.series.map(({ values }, series): Part => {
      const own = {
        category,
        series,
        value: values[category] ?? { kind: 'missing' },
        y,
        height: bar,
      } as const;
      const span = spans[category]?.[series];
      if (span) {
        const [from, to] = [at(span[0]), at(span[1])];
        return { ...own, place: 'stack', x: Math.min(from, to), width: Math.abs(to - from) };
      }
      const x = slot;
      slot += stub + between(room.width);
      return { ...own, place: 'gutter', x, width: stub };
    });
  });
  return {
    width: room.width,
    height: bottom + axisHeight,
    plot: { left, right, top, bottom },
    base,
    ticks,
    parts,
    middles: model.categories.map((_, category) => top + BAND * (category + 0.5)),
    notes: lines.flatMap(({ x }, index) => {
      const place = placed[index];
      return place ? [{ x, placed: place }] : [];
    }),
  };
}

/** Where parts begin and end: what the value axis is made from. */
export function stackEnds(lengths: readonly (readonly (number | null)[])[]): number[] {
  return lengths.flatMap((parts) => spansOf(parts).flatMap((span) => span ?? []));
}

/** Where each part begins and ends on the scale of values. Drawing, not arithmetic: none of it is ever written. */
function spansOf(lengths: readonly (number | null)[]): (readonly [number, number] | null)[] {
  let [above, below] = [0, 0];
  return lengths.map((length) => {
    if (length === null) return null;
    if (length < 0) return [below, (below += length)];
    return [above, (above += length)];
  });
}
