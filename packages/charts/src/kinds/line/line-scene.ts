import type { CellSet } from '@datakube/contract';
import type { LineChartOptions } from '../../chart-options.ts';
import { estimateTextWidth, fitText, widest } from '../../geometry/text-width.ts';
import { levelsOf } from '../../model/annotations.ts';
import { shownNumbers } from '../../model/chart-value.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { lineModel, writingOf } from '../../model/read-cell-set.ts';
import type { Series } from '../../model/series.ts';
import { nextChartId } from '../../scene/chart-id.ts';
import { hatch } from '../../scene/hatch.ts';
import { chart, type Mark } from '../../scene/mark.ts';
import { text, type Shape } from '../../scene/shape.ts';
import { STRIP_HEIGHT, stripEdges, stripHatch, stripTexts } from '../../scene/strip.ts';
import { tickWidth } from '../../scene/tick-width.ts';
import { timeAxes } from '../../scene/time-axes.ts';
import { describeCourse } from '../../sentences/course.ts';
import { spoken, written, type Writing } from '../../words.ts';
import { lineGeometry, type LineGeometry, type Point } from './line-geometry.ts';
import { lineNotes } from './line-notes.ts';
import { remarkShapes } from './line-remarks.ts';
import { lineShapes, valueMarker } from './line-shapes.ts';

/** Points are smaller than a finger: this much around them answers to the pointer. */
const reach = 12;

/** A line chart as plain shapes. */
export function lineScene(cellSet: CellSet, options: LineChartOptions): Shape {
  const { width = 640, measureText = estimateTextWidth, id = nextChartId(), annotations = [] } = options;
  const model = lineModel(cellSet, options);
  const writing = writingOf(options);
  const drawn = [...model.series, ...model.references];

  const labels = drawn.map((series) => endLabel(series, writing, width * 0.38, measureText));
  const notes = lineNotes(model, annotations, writing, width < 480);
  const levels = levelsOf(annotations);
  const geometry = lineGeometry(model, {
    width,
    height: options.height ?? (width < 480 ? 240 : 300),
    ticks: tickWidth(
      [...shownNumbers(drawn.flatMap(({ values }) => values)), ...levels.map(({ at }) => at)],
      options.zero ?? false,
      writing,
      measureText,
    ),
    seriesLabels: widest(labels, measureText),
    categoryLabel: widest(
      model.categories.map(({ label }) => label),
      measureText,
    ),
    decimals: writing.decimals,
    zero: options.zero ?? false,
    notes: notes.map((note) => ({ ...note, width: measureText(note.text) })),
    levels: levels.map(({ at }) => at),
  });
  const { plot, strips } = geometry;
  const strong = (series: Series | undefined): string =>
    options.highlight !== undefined && series?.codes.includes(options.highlight) ? ' strong' : '';

  const lines = [...geometry.lines, ...geometry.references];
  const backdrop = [
    hatch(`${id}-hatch`),
    ...timeAxes(geometry, model.categories, writing),
    ...stripHatch(strips, plot.bottom, id),
    ...stripTexts(strips, plot.bottom, writing, measureText),
    ...(geometry.lines.length < 2 ? [] : stripEdges(strips, plot.bottom)),
    ...geometry.references.flatMap(({ points }) => lineShapes(points, 'context')),
    ...geometry.lines.flatMap(({ points }, index) =>
      lineShapes(points, `series-${index + 1}${strong(model.series[index])}`),
    ),
    ...remarkShapes(geometry, notes, levels, measureText),
    ...lines.map(({ labelY }, index) =>
      text(labels[index] ?? '', {
        x: plot.right + 10,
        y: labelY + 4,
        class: `label${strong(drawn[index])}`,
      }),
    ),
  ];
  const marks = geometry.lines.flatMap(({ points }, series) =>
    points.map((point) => pointMark(model, geometry, point, series, writing)),
  );
  return chart(geometry, options.label ?? describeCourse(model, writing), backdrop, marks);
}

/**
 * The name of a series and its latest value, where that is shown. Where there is no room for both the name is cut: half a
 * number would be another number.
 */
export function endLabel(
  { label, values }: Series,
  writing: Writing,
  room: number,
  measure: (text: string) => number,
): string {
  const last = values.at(-1);
  if (last?.kind !== 'shown') return fitText(label, room, measure);
  const number = written(last, writing);
  const name = label && fitText(label, room - measure(` ${number}`), measure);
  return `${name} ${number}`.trim();
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
    kind: point.value.kind,
    area: strip
      ? { x: strip.x, y: geometry.plot.bottom - STRIP_HEIGHT, width: strip.width, height: STRIP_HEIGHT }
      : { x: point.x - reach, y: y - reach, width: 2 * reach, height: 2 * reach },
    shapes: point.y === null ? [] : valueMarker({ x: point.x, y: point.y }, point.value, series),
  };
}
