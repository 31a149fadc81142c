import type { CellSet } from '@datakube/contract';
import type { BarChartOptions } from '../../chart-options.ts';
import { describeExtremes } from '../../sentences/extremes.ts';
import { barGeometry, type Bar, type BarGeometry } from './bar-geometry.ts';
import { estimateTextWidth, fitText } from '../../geometry/text-width.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { barModel, writingOf } from '../../model/read-cell-set.ts';
import { formatNumber } from '../../numbers.ts';
import { spoken, written, type Writing } from '../../words.ts';
import { nextChartId } from '../../scene/chart-id.ts';
import { hatch, hatched } from '../../scene/hatch.ts';
import { chart, type Mark } from '../../scene/mark.ts';
import { seriesKey } from '../../scene/series-key.ts';
import { shape, text, type Shape } from '../../scene/shape.ts';

/** A bar chart as plain shapes. */
export function barScene(cellSet: CellSet, options: BarChartOptions): Shape {
  const { width = 640, measureText = estimateTextWidth, id = nextChartId(), highlight } = options;
  const model = barModel(cellSet, options);
  const writing = writingOf(options);

  const labelRoom = Math.min(widest(model.categories, measureText), width * 0.4);
  const key = seriesKey(
    model.series.map(({ label }) => label),
    width,
    measureText,
  );
  const geometry = barGeometry(model, {
    width,
    top: key.height,
    labels: labelRoom,
    values: Math.max(0, ...shownTexts(model, writing).map(measureText)),
    decimals: writing.decimals,
  });
  const highlighted = (category: number): boolean =>
    highlight !== undefined && (model.categories[category]?.codes.includes(highlight) ?? false);

  const backdrop = [
    hatch(`${id}-hatch`),
    ...key.shapes,
    ...axis(geometry, writing),
    ...model.categories.map(({ label }, category) =>
      text(fitText(label, labelRoom, measureText), {
        x: geometry.plot.left - 8,
        y: (geometry.middles[category] ?? 0) + 4,
        class: highlighted(category) ? 'end strong' : 'end',
      }),
    ),
    ...referenceLine(geometry),
  ];
  const marks = geometry.bars.map((bar): Mark => {
    const colour =
      highlight === undefined || highlighted(bar.category) ? `series-${bar.series + 1}` : 'context';
    return {
      label: barLabel(model, bar, writing),
      category: bar.category,
      series: bar.series,
      area: {
        x: geometry.plot.left - 2,
        y: bar.y,
        width: width - geometry.plot.left + 6,
        height: bar.height,
      },
      shapes: [
        ...barShapes(bar, geometry, id, colour),
        barText(bar, geometry, writing, highlighted(bar.category)),
      ],
    };
  });
  return chart(geometry, options.label ?? describeExtremes(model, writing), backdrop, marks);
}

function axis({ plot, base, ticks }: BarGeometry, { language }: Writing): Shape[] {
  const upright = (x: number, name: string): Shape =>
    shape('line', { x1: x, x2: x, y1: plot.top, y2: plot.bottom, class: name });
  return [
    ...ticks.filter(({ x }) => x !== base).map(({ x }) => upright(x, 'grid')),
    upright(base, 'base'),
    ...ticks.map(({ x, value, decimals }) =>
      text(formatNumber(value, language, decimals), { x, y: plot.bottom + 14, class: 'axis middle' }),
    ),
  ];
}

function referenceLine({ reference: x, plot }: BarGeometry): Shape[] {
  if (x === null) return [];
  return [shape('line', { x1: x, x2: x, y1: plot.top - 4, y2: plot.bottom, class: 'reference' })];
}

function barShapes(bar: Bar, { base }: BarGeometry, id: string, colour: string): Shape[] {
  const { x, y, width, height } = bar;
  switch (bar.value.kind) {
    case 'shown':
      return [shape('rect', { x, y, width, height, class: `bar ${colour}` })];
    case 'hidden':
      return [hatched(`${id}-hatch`, { x: base, y: y + 0.5, width, height: height - 1 })];
    default:
      return [];
  }
}

function barText(bar: Bar, geometry: BarGeometry, writing: Writing, strong: boolean): Shape {
  const y = bar.y + bar.height / 2 + 4;
  const content = written(bar.value, writing);
  if (bar.value.kind === 'shown') {
    return text(content, { x: geometry.width, y, class: strong ? 'end strong' : 'end' });
  }
  return text(content, { x: geometry.base + bar.width + 8, y, class: 'axis' });
}

function barLabel({ categories, series }: ChartModel, bar: Bar, writing: Writing): string {
  const names = [categories[bar.category]?.label, series.length > 1 ? series[bar.series]?.label : ''];
  return `${names.filter(Boolean).join(', ')}: ${spoken(bar.value, writing)}`;
}

function shownTexts({ series }: ChartModel, writing: Writing): string[] {
  return series.flatMap(({ values }) =>
    values.flatMap((value) => (value.kind === 'shown' ? [written(value, writing)] : [])),
  );
}

function widest(labelled: readonly { label: string }[], measure: (text: string) => number): number {
  return labelled.reduce((most, { label }) => Math.max(most, measure(label)), 0);
}
