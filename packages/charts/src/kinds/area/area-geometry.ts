import { notesHeight } from '../../geometry/note-rows.ts';
import { spread } from '../../geometry/spread.ts';
import { timeAxis } from '../../geometry/time-axis.ts';
import { valueScale } from '../../geometry/value-scale.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import type { ChartValue } from '../../model/chart-value.ts';
import { breaksIn } from '../../model/flags.ts';
import { STRIP_HEIGHT } from '../../scene/strip.ts';
import { type LineGeometry, type LineRoom, placeNotes, sharedStrip } from '../line/line-geometry.ts';

const axisHeight = 22;
const topMargin = 10;
const labelHeight = 15;

/** A period of a layer. */
export interface LayerPoint {
  readonly category: number;
  readonly value: ChartValue;
  readonly x: number;
  /** Upper edge of the layer; null where it has no place: its own value, or one below it, is not shown. */
  readonly y: number | null;
  /** Lower edge. */
  readonly base: number;
  readonly breaks: boolean;
}

export interface Layer {
  readonly points: readonly LayerPoint[];
  readonly labelY: number;
}

/** As of lines; `strips` are also the periods of layers that are shown above one that is not. */
export interface AreaGeometry extends Omit<LineGeometry, 'lines' | 'references'> {
  readonly layers: readonly Layer[];
}

/**
 * Layers on one another from zero, in the order of the series. What stands above a value that is not shown would stand
 * at a height that nobody may know, so it is not drawn in that period either, and its piece of the strip says so.
 */
export function areaGeometry(model: ChartModel, room: Omit<LineRoom, 'zero'>): AreaGeometry {
  const stacks = model.categories.map((_, category) => stackAt(model, category));
  const left = room.ticks + 14;
  const right = Math.max(left + 40, room.width - room.seriesLabels - 18);
  const axis = timeAxis(model.categories.length, left, right, room.categoryLabel);
  const notes = placeNotes(room.notes, axis, left, room.width);
  const top = topMargin + notesHeight(notes.map(({ placed }) => placed));
  const bottom = room.height - axisHeight;
  const pieces = axis.xs.flatMap((x, category) =>
    sharedStrip(unplaced(model, category, stacks[category] ?? []), category, [
      Math.max(left, x - axis.step / 2),
      Math.min(right, x + axis.step / 2),
    ]),
  );
  const floor = pieces.length > 0 ? bottom - STRIP_HEIGHT - 3 : bottom;

  const count = Math.min(6, Math.max(2, Math.floor((floor - top) / 44)));
  const { scale, ticks } = valueScale(
    [...stackTops(model), ...room.levels],
    [floor, top],
    count,
    true,
    room.decimals,
  );

  const breaks = breaksIn(model);
  const points = model.series.map(({ values }, series) =>
    values.map((value, category): LayerPoint => {
      const span = stacks[category]?.[series];
      return {
        category,
        value,
        x: axis.xs[category] ?? left,
        y: span ? scale(span[1]) : null,
        base: span ? scale(span[0]) : floor,
        breaks: breaks.includes(category),
      };
    }),
  );
  const wanted = points.map((layer) => {
    const last = layer.findLast(({ y }) => y !== null);
    return last?.y == null ? floor : (last.y + last.base) / 2;
  });
  const labels = spread(wanted, labelHeight, top, bottom);
  const levels = room.levels.map((level) => scale(level));
  const levelTexts = spread(levels, labelHeight, top + 8, floor);
  return {
    ...axis,
    width: room.width,
    height: room.height,
    plot: { left, right, top, bottom },
    floor,
    ticks: ticks.map((tick) => ({ ...tick, y: scale(tick.value) })),
    layers: points.map((layer, index) => ({ points: layer, labelY: labels[index] ?? floor })),
    strips: pieces,
    notes,
    levels: levels.map((y, index) => ({ y, textY: levelTexts[index] ?? y })),
  };
}

/** How high each layer reaches that is drawn: what the value axis is made from. */
export function stackTops(model: ChartModel): number[] {
  return model.categories.flatMap((_, category) =>
    stackAt(model, category).flatMap((span) => (span ? [span[1]] : [])),
  );
}

type Span = readonly [number, number];

/** From where to where each layer reaches in a period; null from the first that is not shown, or is below zero, on. */
function stackAt({ series }: ChartModel, category: number): (Span | null)[] {
  let below: number | null = 0;
  return series.map(({ values }): Span | null => {
    const value = values[category];
    if (below === null || value?.kind !== 'shown' || value.value < 0) {
      below = null;
      return null;
    }
    const from = below;
    below += value.value;
    return [from, below];
  });
}

/** The series that are hidden in a period, or shown without a place. What is missing leaves nothing but its gap. */
function unplaced({ series }: ChartModel, category: number, stack: readonly (Span | null)[]): number[] {
  return [...series.keys()].filter((index) => {
    const kind = series[index]?.values[category]?.kind;
    return kind === 'hidden' || (kind === 'shown' && stack[index] === null);
  });
}
