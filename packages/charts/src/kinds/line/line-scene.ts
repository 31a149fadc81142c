import type { CellSet } from '@datakube/contract';
import type { LineChartOptions } from '../../chart-options.ts';
import { describeCourse } from '../../sentences/course.ts';
import { lineGeometry, STRIP_HEIGHT, type LineGeometry, type Point, type Strip } from './line-geometry.ts';
import { estimateTextWidth, fitText } from '../../geometry/text-width.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import type { Series } from '../../model/series.ts';
import { lineModel, writingOf } from '../../model/read-cell-set.ts';
import { formatNumber } from '../../numbers.ts';
import { spoken, written, type Writing } from '../../words.ts';
import { nextChartId } from '../../scene/chart-id.ts';
import { hatch, hatched } from '../../scene/hatch.ts';
import { lineShapes, pointMarker } from './line-shapes.ts';
import { chart, type Mark } from '../../scene/mark.ts';
import { shape, text, type Shape } from '../../scene/shape.ts';

/** Points are smaller than a finger: this much around them answers to the pointer. */
const reach = 12;

/** A line chart as plain shapes. */
export function lineScene(cellSet: CellSet, options: LineChartOptions): Shape {
  const { width = 640, measureText = estimateTextWidth, id = nextChartId() } = options;
  const model = lineModel(cellSet, options);
  const writing = writingOf(options);

  const labels = [...model.series, ...model.references].map((series) =>
    fitText(endLabel(series, writing), width * 0.38, measureText),
  );
  const geometry = lineGeometry(model, {
    width,
    height: options.height ?? (width < 480 ? 240 : 300),
    ticks: widest(tickTexts(model, writing), measureText),
    seriesLabels: widest(labels, measureText),
    categoryLabel: widest(
      model.categories.map(({ label }) => label),
      measureText,
    ),
    decimals: writing.decimals,
    zero: options.zero ?? false,
  });

  const lines = [...geometry.lines, ...geometry.references];
  const backdrop = [
    hatch(`${id}-hatch`),
    ...axes(geometry, model, writing),
    ...geometry.strips.map((strip) => hatchedStrip(strip, geometry, id)),
    ...stripTexts(geometry, writing, measureText),
    ...stripEdges(geometry),
    ...geometry.references.flatMap(({ points }) => lineShapes(points, 'context')),
    ...geometry.lines.flatMap(({ points }, index) => lineShapes(points, `series-${index + 1}`)),
    ...lines.map(({ labelY }, index) =>
      text(labels[index] ?? '', { x: geometry.plot.right + 10, y: labelY + 4, class: 'label' }),
    ),
  ];
  const marks = geometry.lines.flatMap(({ points }, series) =>
    points.map((point) => pointMark(model, geometry, point, series, writing)),
  );
  return chart(geometry, options.label ?? describeCourse(model, writing), backdrop, marks);
}

/** The name of a series and its latest value, where that is shown. */
function endLabel({ label, values }: Series, writing: Writing): string {
  const last = values.at(-1);
  return last?.kind === 'shown' ? `${label} ${written(last, writing)}`.trim() : label;
}

function axes(
  { plot, floor, ticks, xs, labelled }: LineGeometry,
  model: ChartModel,
  writing: Writing,
): Shape[] {
  const across = (y: number, name: string): Shape =>
    shape('line', { x1: plot.left - 8, x2: plot.right + 6, y1: y, y2: y, class: name });
  return [
    ...ticks.map(({ y }) => across(y, y === floor ? 'base' : 'grid')),
    ...(ticks.some(({ y }) => y === floor) ? [] : [across(floor, 'base')]),
    ...ticks.map(({ y, value, decimals }) =>
      text(formatNumber(value, writing.language, decimals), {
        x: plot.left - 14,
        y: y + 4,
        class: 'axis end',
      }),
    ),
    ...labelled.map((category) =>
      text(model.categories[category]?.label ?? '', {
        x: xs[category] ?? 0,
        y: plot.bottom + 17,
        class: 'axis middle',
      }),
    ),
  ];
}

function stripTop({ plot }: LineGeometry): number {
  return plot.bottom - STRIP_HEIGHT;
}

function hatchedStrip({ x, width }: Strip, geometry: LineGeometry, id: string): Shape {
  return hatched(`${id}-hatch`, { x, y: stripTop(geometry), width, height: STRIP_HEIGHT });
}

/** Where there are several series: along the edge of its hatch, the colour of the one that is hidden. */
function stripEdges(geometry: LineGeometry): Shape[] {
  if (geometry.lines.length < 2) return [];
  const y = stripTop(geometry) + STRIP_HEIGHT - 3;
  return geometry.strips.map(({ x, width, series }) =>
    shape('rect', { x, y, width, height: 3, class: `bar series-${series + 1}` }),
  );
}

/** `[skjult]` once on each unbroken piece of hatch of a series that has room for it. */
function stripTexts(geometry: LineGeometry, writing: Writing, measure: (text: string) => number): Shape[] {
  const content = written({ kind: 'hidden' }, writing);
  const runs: { series: number; from: number; to: number }[] = [];
  for (const { series, x, width } of geometry.strips) {
    const last = runs.at(-1);
    if (last && last.series === series && x - last.to < 1) last.to = x + width;
    else runs.push({ series, from: x, to: x + width });
  }
  return runs
    .filter(({ from, to }) => to - from >= measure(content) + 8)
    .map(({ from, to }) =>
      text(content, { x: (from + to) / 2, y: stripTop(geometry) + 11, class: 'halo middle' }),
    );
}

function pointMark(
  { categories, series: all }: ChartModel,
  geometry: LineGeometry,
  point: Point,
  series: number,
  writing: Writing,
): Mark {
  const names = [all[series]?.label, categories[point.category]?.label].filter(Boolean).join(', ');
  const strip = geometry.strips.find((piece) => piece.series === series && piece.category === point.category);
  const y = point.y ?? geometry.floor;
  return {
    label: `${names}: ${spoken(point.value, writing)}`,
    category: point.category,
    series,
    area: strip
      ? { x: strip.x, y: stripTop(geometry), width: strip.width, height: STRIP_HEIGHT }
      : { x: point.x - reach, y: y - reach, width: 2 * reach, height: 2 * reach },
    shapes: point.y === null ? [] : [pointMarker(point.x, point.y, series)],
  };
}

/** A first guess at the texts beside the axis: the largest and smallest number shown, as they will be written. */
function tickTexts({ series, references }: ChartModel, { language, decimals }: Writing): string[] {
  const values = [...series, ...references].flatMap((line) => line.values);
  return values.flatMap((value) =>
    value.kind === 'shown' ? [formatNumber(value.value, language, decimals)] : [],
  );
}

function widest(texts: readonly string[], measure: (text: string) => number): number {
  return texts.reduce((most, content) => Math.max(most, measure(content)), 0);
}
