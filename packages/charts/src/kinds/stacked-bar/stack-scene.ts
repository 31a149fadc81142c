import { FLAGS } from '@datakube/contract';
import type { BarChartOptions } from '../../chart-options.ts';
import { estimateTextWidth, fitText, widest } from '../../geometry/text-width.ts';
import { levelsOf } from '../../model/annotations.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { holds, ownFlags } from '../../model/flags.ts';
import { nextChartId } from '../../scene/chart-id.ts';
import { hatch, hatched } from '../../scene/hatch.ts';
import { chart, type Mark } from '../../scene/mark.ts';
import { noteShapes } from '../../scene/notes.ts';
import { seriesKey } from '../../scene/series-key.ts';
import { shape, text, type Shape } from '../../scene/shape.ts';
import { tickWidth } from '../../scene/tick-width.ts';
import { uprightAxis } from '../../scene/upright-axis.ts';
import { marked, written, type Writing } from '../../words.ts';
import { BAND, stackEnds, stackGeometry, type Part } from './stack-geometry.ts';

/** What stacked bars are drawn from: parts on a scale, and the words for them. */
export interface Stack {
  readonly model: ChartModel;
  /** How long each part is, by category and series; null where it is not on the scale. */
  readonly lengths: readonly (readonly (number | null)[])[];
  /** Numbers that the axis holds whatever the bars are, as 0 and 100. */
  readonly numbers: readonly number[];
  /** Written after the numbers of the axis. */
  readonly axisUnit: string;
  readonly label: string;
  readonly markLabel: (part: Part) => string;
}

const headHeight = 18;
const LEAST_AREA = 6;

/** Stacked bars as plain shapes. */
export function stackScene(stack: Stack, writing: Writing, options: BarChartOptions): Shape {
  const { width = 640, measureText = estimateTextWidth, id = nextChartId(), highlight } = options;
  const { annotations = [] } = options;
  const { model, lengths } = stack;
  const labels = model.categories.map((category, at) => rowLabel(model, at, category.label, writing));
  const labelRoom = Math.min(widest(labels, measureText), width * 0.4);
  const key = seriesKey(
    model.series.map(({ label, flags }) => marked(label, flags, writing.language)),
    width,
    measureText,
  );
  const wholes = model.whole?.values.map((value) => written(value, writing)) ?? [];
  const head = model.whole ? fitText(model.whole.label, width * 0.3, measureText) : '';
  const notes = levelsOf(annotations);
  const onAxis = [...stack.numbers, ...stackEnds(lengths), ...notes.map(({ at }) => at)];
  const geometry = stackGeometry(model, lengths, stack.numbers, {
    width,
    top: key.height + (head === '' ? 0 : headHeight),
    labels: labelRoom,
    wholes: widest(wholes, measureText),
    halfTick: (tickWidth(onAxis, true, writing, measureText) + measureText(stack.axisUnit)) / 2,
    decimals: writing.decimals,
    notes: notes.map((note) => ({ at: note.at, width: measureText(note.text) })),
  });
  const { plot, middles } = geometry;
  const isStrong = (at: number): boolean =>
    highlight !== undefined && (model.categories[at]?.codes.includes(highlight) ?? false);
  const certain = model.series.some(({ values }) =>
    values.some((value) => value.kind === 'shown' && !holds(value, 'provisional')),
  );

  const backdrop = [
    hatch(`${id}-hatch`),
    ...key.shapes,
    ...(head === '' ? [] : [text(head, { x: width, y: key.height + 12, class: 'axis end' })]),
    ...uprightAxis(plot, geometry, writing, stack.axisUnit),
    ...labels.map((label, at) =>
      text(fitText(label, labelRoom, measureText), {
        x: plot.left - 8,
        y: (middles[at] ?? 0) + 4,
        class: isStrong(at) ? 'end strong' : 'end',
      }),
    ),
    ...comparedEdge(model, plot.top, width),
    ...wholes.map((whole, at) =>
      text(whole, { x: width, y: (middles[at] ?? 0) + 4, class: isStrong(at) ? 'end strong' : 'end' }),
    ),
    ...noteShapes(
      geometry.notes.map((note, at) => ({ ...note, text: notes[at]?.text ?? '', look: 'annotation' })),
      { top: key.height + (head === '' ? 0 : headHeight), bottom: plot.bottom },
      measureText,
    ),
  ];
  const marks = geometry.parts.map((part): Mark => ({
    label: stack.markLabel(part),
    category: part.category,
    series: part.series,
    area: pointedAt(part),
    shapes: partShapes(part, id, certain && holds(part.value, 'provisional')),
  }));
  return chart(geometry, stack.label, backdrop, marks);
}

/** Around a part, and never so narrow that the focus could not be seen: a part may be nothing. */
function pointedAt({ x, y, width, height }: Part): Mark['area'] {
  const room = Math.max(width, LEAST_AREA);
  return { x: x + (width - room) / 2, y: y - 3, width: room, height: height + 6 };
}

function partShapes(part: Part, id: string, provisional: boolean): Shape[] {
  const { x, y, width, height } = part;
  const colour = `series-${part.series + 1}`;
  if (part.place === 'stack') {
    return [
      shape('rect', { x, y, width, height, class: `bar part ${colour}${provisional ? ' provisional' : ''}` }),
    ];
  }
  return [
    part.value.kind === 'hidden'
      ? hatched(`${id}-hatch`, { x, y, width, height })
      : shape('rect', { x, y, width, height, class: 'unplaced' }),
    shape('rect', { x, y: y + height - 3, width, height: 3, class: `edge ${colour}` }),
  ];
}

/** A line between the bars and those they are compared with. */
function comparedEdge({ categories }: ChartModel, top: number, width: number): Shape[] {
  const first = categories.findIndex(({ compared }) => compared === true);
  if (first <= 0) return [];
  const y = top + BAND * first;
  return [shape('line', { x1: 0, x2: width, y1: y, y2: y, class: 'grid' })];
}

/** The name of a bar with the letters that hold for it, or for a part of it alone. */
function rowLabel(
  { categories, series }: ChartModel,
  at: number,
  label: string,
  { language }: Writing,
): string {
  const category = categories[at];
  const held = series.flatMap((each) => {
    const value = each.values[at];
    return value ? ownFlags(value, category, each) : [];
  });
  return marked(
    label,
    FLAGS.filter((flag) => category?.flags?.includes(flag) === true || held.includes(flag)),
    language,
  );
}
