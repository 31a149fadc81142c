import { ticksApart } from '../../geometry/ticks-apart.ts';
import { valueScale, type Tick } from '../../geometry/value-scale.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { shownNumbers, type ChartValue } from '../../model/chart-value.ts';

/** Length of the stub that stands for a value that is not shown: the same for all, whatever they are. */
export const STUB_LENGTH = 24;

const headerHeight = 22;
const axisHeight = 22;
/** Up to this many age groups stand far enough apart for a finger, and each has its name. */
const few = 12;
/** The same on a screen as narrow as a phone's, which is tall, and is pointed at with a finger: groups of five years. */
const fewOnPhone = 22;
const phone = 480;

export interface PyramidBar {
  readonly category: number;
  readonly series: number;
  readonly value: ChartValue;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Neighbours on one side that are without a number for the same reason: one word says it of all of them. */
export interface PyramidRun {
  readonly series: number;
  readonly kind: Exclude<ChartValue['kind'], 'shown'>;
  readonly middle: number;
}

export interface PyramidGeometry {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  /** Distance from one age group to the next. */
  readonly pitch: number;
  /** Where zero is: of the left side and of the right. Names of the age groups stand between. */
  readonly bases: readonly [left: number, right: number];
  /** Every tick stands on both sides, at this distance from zero. */
  readonly ticks: readonly (Tick & { readonly distance: number })[];
  readonly bars: readonly PyramidBar[];
  readonly runs: readonly PyramidRun[];
  /** The vertical middle of each age group. */
  readonly middles: readonly number[];
  /** Age groups whose name is written: all where they stand far apart, else every other, the youngest among them. */
  readonly labelled: readonly number[];
}

/** Room that texts need, in pixels: measured by the caller, so that geometry knows no fonts. */
export interface PyramidRoom {
  readonly width: number;
  readonly labels: number;
  /** Of the widest number of a tick. */
  readonly tick: number;
  readonly decimals: number;
}

/** Mirrored bars on one scale, so that the two sides can be compared. */
export function pyramidGeometry(model: ChartModel, room: PyramidRoom): PyramidGeometry {
  const count = model.categories.length;
  const apart = count <= (room.width < phone ? fewOnPhone : few);
  const pitch = apart ? 24 : 15;
  const between = Math.max(40, room.labels + 20);
  const left = Math.max(STUB_LENGTH, (room.width - between) / 2);
  const right = room.width - left;
  const longest = Math.max(STUB_LENGTH, left - room.tick / 2 - 2);
  const top = headerHeight;

  const numbers = shownNumbers(model.series.flatMap(({ values }) => values));
  const ticksWanted = Math.min(5, Math.max(3, Math.floor(longest / 72)));
  const { scale, ticks } = valueScale(numbers, [0, longest], ticksWanted, true, room.decimals);
  const zero = scale(0);

  const bars = model.categories.flatMap((_, category) =>
    model.series.map(({ values }, series): PyramidBar => {
      const value = values[category] ?? { kind: 'missing' };
      const length = value.kind === 'shown' ? Math.max(0, scale(value.value) - zero) : 0;
      const width = value.kind === 'hidden' ? STUB_LENGTH : length;
      const y = top + pitch * category + 1;
      return {
        category,
        series,
        value,
        x: series === 0 ? left - width : right,
        y,
        width,
        height: pitch - 2,
      };
    }),
  );
  return {
    width: room.width,
    height: top + pitch * count + axisHeight,
    top,
    bottom: top + pitch * count,
    pitch,
    bases: [left, right],
    ticks: ticksApart(
      ticks
        .filter(({ value }) => value >= 0)
        .map((tick) => ({ ...tick, distance: scale(tick.value) - zero })),
      ({ distance }) => distance,
      room.tick + 12,
    ),
    bars,
    runs: model.series.flatMap(({ values }, series) =>
      runsOf(values).map(({ kind, from, to }) => ({
        series,
        kind,
        middle: top + (pitch * (from + to + 1)) / 2,
      })),
    ),
    middles: model.categories.map((_, category) => top + pitch * (category + 0.5)),
    labelled: [...model.categories.keys()].filter((at) => apart || (count - 1 - at) % 2 === 0),
  };
}

interface Run {
  readonly kind: PyramidRun['kind'];
  readonly from: number;
  to: number;
}

function runsOf(values: readonly ChartValue[]): Run[] {
  const runs: Run[] = [];
  values.forEach(({ kind }, at) => {
    if (kind === 'shown') return;
    const last = runs.at(-1);
    if (last?.kind === kind && last.to === at - 1) last.to = at;
    else runs.push({ kind, from: at, to: at });
  });
  return runs;
}
