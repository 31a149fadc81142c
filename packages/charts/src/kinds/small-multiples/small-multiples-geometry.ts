import { scalePoint } from 'd3-scale';
import { valueScale, type Tick } from '../../geometry/value-scale.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { shownNumbers } from '../../model/chart-value.ts';
import { breaksIn, holds } from '../../model/flags.ts';
import type { Series } from '../../model/series.ts';
import type { Point } from '../line/line-geometry.ts';

/** Heights within a panel: the first line of its name, the top of its values, its axis, and where the next one begins. */
export const PANEL = { name: 13, top: 26, axis: 74, pitch: 88 } as const;
/** Height of the strip on the axis where hidden periods are hatched. It is no height on the scale of values. */
export const STRIP_HEIGHT = 9;

/** About how many steps the scale has: only its ends are written, so that they may be finer than ticks would be. */
const roundness = 6;
const narrowest = 140;
const gap = 16;
const edge = 2;

/** One series in a field of its own. */
export interface Panel {
  readonly series: number;
  readonly x: number;
  readonly y: number;
  readonly points: readonly Point[];
  /** What the series is compared with; nothing where the field is hatched. */
  readonly references: readonly (readonly Point[])[];
  /** True where every value is hidden: the whole field is hatched. */
  readonly hidden: boolean;
}

export interface SmallMultiplesGeometry {
  readonly width: number;
  readonly height: number;
  readonly panelWidth: number;
  /** Where values can be, from the left of a panel: the rest is for the last of them in figures. */
  readonly plot: { readonly left: number; readonly right: number; readonly step: number };
  /** The lowest height a value can have, from the top of a panel; the strip, where there is one, is below it. */
  readonly floor: number;
  readonly panels: readonly Panel[];
  /** Where the panel stands that is the key to the scale of all. */
  readonly key: { readonly x: number; readonly y: number };
  /** The ends of the scale, from the top of a panel. */
  readonly ends: readonly (Tick & { readonly y: number })[];
  /** Where series break, from the left of a panel. */
  readonly breaks: readonly number[];
  /** Where remarks of the page at a period stand, from the left of a panel, and those at a number, from its top. */
  readonly remarks: { readonly xs: readonly number[]; readonly ys: readonly number[] };
}

/** What texts need, in pixels. */
export interface SmallMultiplesRoom {
  readonly width: number;
  /** The widest of the last values. */
  readonly values: number;
  readonly decimals: number;
  readonly zero: boolean;
  /** Categories and numbers with a remark of the page. The scale reaches as far as the numbers. */
  readonly remarks?: { readonly categories: readonly number[]; readonly levels: readonly number[] };
}

/** Panels of equal size in as many columns as there is room for, all with the same scales, made from what is shown. */
export function smallMultiplesGeometry(model: ChartModel, room: SmallMultiplesRoom): SmallMultiplesGeometry {
  const columns = Math.max(1, Math.floor((room.width + gap) / (narrowest + gap)));
  const panelWidth = (room.width - gap * (columns - 1)) / columns;
  const place = (at: number): { x: number; y: number } => ({
    x: (at % columns) * (panelWidth + gap),
    y: Math.floor(at / columns) * PANEL.pitch,
  });
  const all = [...model.series, ...model.references];
  const strip = model.series.some((series) => anyHidden(series) && !allHidden(series));
  const floor = PANEL.axis - edge - (strip ? STRIP_HEIGHT + 1 : 0);
  const right = Math.max(edge + 20, panelWidth - room.values - 10);

  const { categories: remarked = [], levels = [] } = room.remarks ?? {};
  const numbers = [...shownNumbers(all.flatMap(({ values }) => values)), ...levels];
  const { scale, ticks } = valueScale(numbers, [floor, PANEL.top], roundness, room.zero, room.decimals);
  const position = scalePoint<number>([...model.categories.keys()], [edge, right]);
  const broken = breaksIn(model);
  const pointsOf = ({ values }: Series, { x, y }: { x: number; y: number }): Point[] =>
    values.map((value, category) => ({
      category,
      value,
      x: x + (position(category) ?? edge),
      y: value.kind === 'shown' ? y + scale(value.value) : null,
      breaks:
        broken.includes(category) &&
        ((model.categories[category]?.flags?.includes('break') ?? false) || holds(value, 'break')),
    }));
  const rows = Math.ceil((model.series.length + 1) / columns);
  const ends = [ticks[0], ticks.length > 1 ? ticks.at(-1) : undefined];
  const step = model.categories.length > 1 ? position.step() : right - edge;
  return {
    width: room.width,
    height: model.series.length === 0 ? 0 : (rows - 1) * PANEL.pitch + PANEL.axis + edge,
    panelWidth,
    plot: { left: edge, right, step },
    floor,
    panels: model.series.map((series, at): Panel => {
      const corner = place(at);
      return {
        series: at,
        ...corner,
        points: pointsOf(series, corner),
        references: allHidden(series)
          ? []
          : model.references
              .filter(({ of }) => of.includes(at))
              .map((reference) => pointsOf(reference, corner)),
        hidden: allHidden(series),
      };
    }),
    key: place(model.series.length),
    ends: ends.flatMap((tick) => (tick ? [{ ...tick, y: scale(tick.value) }] : [])),
    breaks: broken.map((category) => (position(category) ?? edge) - step / 2),
    remarks: {
      xs: remarked.map((category) => position(category) ?? edge),
      ys: levels.map((level) => scale(level)),
    },
  };
}

function anyHidden({ values }: Series): boolean {
  return values.some(({ kind }) => kind === 'hidden');
}

function allHidden({ values }: Series): boolean {
  return values.length > 0 && values.every(({ kind }) => kind === 'hidden');
}
