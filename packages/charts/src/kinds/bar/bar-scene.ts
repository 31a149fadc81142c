import type { CellSet } from '@datakube/contract';
import type { Annotation, BarChartOptions } from '../../chart-options.ts';
import { estimateTextWidth, fitText, widest } from '../../geometry/text-width.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { holds, ownFlags, someCertain } from '../../model/flags.ts';
import { barModel, writingOf } from '../../model/read-cell-set.ts';
import { nextChartId } from '../../scene/chart-id.ts';
import { hatch, hatched } from '../../scene/hatch.ts';
import { markLabel } from '../../scene/mark-label.ts';
import { chart, type Mark } from '../../scene/mark.ts';
import { noteShapes } from '../../scene/notes.ts';
import { seriesKey } from '../../scene/series-key.ts';
import { shape, text, type Shape } from '../../scene/shape.ts';
import { tickWidth } from '../../scene/tick-width.ts';
import { uprightAxis } from '../../scene/upright-axis.ts';
import { describeExtremes } from '../../sentences/extremes.ts';
import { marked, written, type Writing } from '../../words.ts';
import {
  barGeometry,
  drawnNumbers,
  type Bar,
  type BarGeometry,
  type ReferencePiece,
} from './bar-geometry.ts';
import { barNotes } from './bar-notes.ts';

/** A bar chart as plain shapes. */
export function barScene(cellSet: CellSet, options: BarChartOptions): Shape {
  const { width = 640, measureText = estimateTextWidth, id = nextChartId(), highlight } = options;
  const { annotations = [] } = options;
  const model = barModel(cellSet, options);
  const writing = writingOf(options);

  const labels = model.categories.map(({ label, flags }) => marked(label, flags, writing.language));
  const labelRoom = Math.min(widest(labels, measureText), width * 0.4);
  const key = seriesKey(
    model.series.map(({ label, flags }) => marked(label, flags, writing.language)),
    width,
    measureText,
  );
  const notes = barNotes(model, annotations, writing);
  const geometry = barGeometry(model, {
    width,
    top: key.height,
    labels: labelRoom,
    values: widest(shownTexts(model, writing), measureText),
    halfTick:
      tickWidth([...drawnNumbers(model), ...notes.map(({ at }) => at)], true, writing, measureText) / 2,
    decimals: writing.decimals,
    notes: notes.map((note) => ({ at: note.at, width: measureText(note.text) })),
  });
  const highlighted = (category: number): boolean =>
    highlight !== undefined && (model.categories[category]?.codes.includes(highlight) ?? false);
  const certain = someCertain(model);

  const backdrop = [
    hatch(`${id}-hatch`),
    ...key.shapes,
    ...uprightAxis(geometry.plot, geometry, writing),
    ...labels.map((label, category) =>
      text(fitText(label, labelRoom, measureText), {
        x: geometry.plot.left - 8,
        y: (geometry.middles[category] ?? 0) + 4,
        class: highlighted(category) ? 'end strong' : 'end',
      }),
    ),
    ...noteShapes(
      geometry.notes.map((note, index) => ({
        ...note,
        text: notes[index]?.text ?? '',
        look: notes[index]?.look ?? 'annotation',
      })),
      {
        top: key.height,
        bottom: (index) => (notes[index]?.look === 'annotation' ? geometry.plot.bottom : geometry.plot.top),
      },
      measureText,
    ),
  ];
  const marks = geometry.bars.map((bar): Mark => {
    const colour =
      highlight === undefined || highlighted(bar.category) ? `series-${bar.series + 1}` : 'context';
    return {
      label: markLabel(model, bar, writing),
      category: bar.category,
      series: bar.series,
      area: {
        x: geometry.plot.left - 2,
        y: bar.y,
        width: width - geometry.plot.left + 6,
        height: bar.height,
      },
      shapes: [
        ...barShapes(
          bar,
          geometry,
          id,
          certain && holds(bar.value, 'provisional') ? `${colour} provisional` : colour,
        ),
        barText(model, bar, geometry, writing, highlighted(bar.category)),
      ],
    };
  });
  const remarks = geometry.bars.flatMap((bar) =>
    bar.series === 0 ? remarkBeside(model, bar, geometry, annotations, writing, measureText) : [],
  );
  const front = [...geometry.references.flatMap(referenceShapes), ...remarks];
  return chart(geometry, options.label ?? describeExtremes(model, writing), backdrop, marks, front);
}

/** The line of what is compared with, over the bars, on a pale line that sets it off from them. */
function referenceShapes({ reference, x, from, to }: ReferencePiece): Shape[] {
  const place = { x1: x, x2: x, y1: from, y2: to };
  return [
    shape('line', { ...place, class: 'reference-edge' }),
    shape('line', { ...place, class: reference % 2 === 0 ? 'reference' : 'reference second' }),
  ];
}

function barShapes(bar: Bar, { base }: BarGeometry, id: string, look: string): Shape[] {
  const { x, y, width, height } = bar;
  switch (bar.value.kind) {
    case 'shown':
      return [shape('rect', { x, y, width, height, class: `bar ${look}` })];
    case 'hidden':
      return [hatched(`${id}-hatch`, { x: base, y: y + 0.5, width, height: height - 1 })];
    default:
      return [];
  }
}

function barText(
  { categories, series }: ChartModel,
  bar: Bar,
  geometry: BarGeometry,
  writing: Writing,
  strong: boolean,
): Shape {
  const y = bar.y + bar.height / 2 + 4;
  const flags = ownFlags(bar.value, categories[bar.category], series[bar.series]);
  const content = marked(written(bar.value, writing), flags, writing.language);
  if (bar.value.kind === 'shown') {
    return text(content, { x: geometry.width, y, class: strong ? 'end strong' : 'end' });
  }
  return text(content, { x: geometry.base + bar.width + 8, y, class: 'axis' });
}

/** A remark of the page on a category, beyond the end of its first bar, where there is room; it is in the legend in any case. */
function remarkBeside(
  { categories }: ChartModel,
  bar: Bar,
  { plot, base }: BarGeometry,
  annotations: readonly Annotation[],
  writing: Writing,
  measure: (text: string) => number,
): Shape[] {
  const remark = annotations.find(
    ({ at }) => typeof at === 'string' && categories[bar.category]?.codes.includes(at) === true,
  );
  if (!remark) return [];
  const taken = bar.value.kind === 'shown' ? 0 : measure(written(bar.value, writing)) + 8;
  const x = Math.max(base, bar.x + bar.width) + 8 + taken;
  if (x + measure(remark.text) > plot.right) return [];
  return [text(remark.text, { x, y: bar.y + bar.height / 2 + 4, class: 'axis halo' })];
}

function shownTexts({ categories, series }: ChartModel, writing: Writing): string[] {
  return series.flatMap((each) =>
    each.values.flatMap((value, category) =>
      value.kind === 'shown'
        ? [marked(written(value, writing), ownFlags(value, categories[category], each), writing.language)]
        : [],
    ),
  );
}
