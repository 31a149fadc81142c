import type { CellSet } from '@datakube/contract';
import { estimateTextWidth, fitText, widest } from '../../geometry/text-width.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { shownNumbers } from '../../model/chart-value.ts';
import { holds, ownFlags, someCertain } from '../../model/flags.ts';
import { writingOf } from '../../model/read-cell-set.ts';
import { formatNumber } from '../../numbers.ts';
import { nextChartId } from '../../scene/chart-id.ts';
import { hatch, hatched } from '../../scene/hatch.ts';
import { chart, type Mark } from '../../scene/mark.ts';
import { markLabel } from '../../scene/mark-label.ts';
import { shape, text, type Shape } from '../../scene/shape.ts';
import { tickWidth } from '../../scene/tick-width.ts';
import { marked, written, type Writing } from '../../words.ts';
import {
  pyramidGeometry,
  STUB_LENGTH,
  type PyramidBar,
  type PyramidGeometry,
  type PyramidRun,
} from './pyramid-geometry.ts';
import { pyramidModel } from './pyramid-model.ts';
import type { PyramidChartOptions } from './pyramid-options.ts';
import { describeLargest } from './pyramid-sentence.ts';

/** The colours of the two sides, as in the design: men in green, women in blue where men come first. */
const COLOURS = ['series-3', 'series-1'] as const;

/** An age pyramid as plain shapes. */
export function pyramidScene(cellSet: CellSet, options: PyramidChartOptions): Shape {
  const { width = 640, measureText = estimateTextWidth, id = nextChartId(), highlight } = options;
  const model = pyramidModel(cellSet, options);
  const writing = writingOf(options);
  const ages = model.categories.map(({ label, flags }) => marked(label, flags, writing.language));
  const labelRoom = Math.min(widest(ages, measureText), width * 0.3);
  const numbers = shownNumbers(model.series.flatMap(({ values }) => values));
  const geometry = pyramidGeometry(model, {
    width,
    labels: labelRoom,
    tick: tickWidth(numbers, true, writing, measureText),
    decimals: writing.decimals,
  });
  const [left, right] = geometry.bases;
  const certain = someCertain(model);

  const backdrop = [
    hatch(`${id}-hatch`),
    ...model.series.map(({ label, flags }, series) =>
      text(fitText(marked(label, flags, writing.language), left - 4, measureText), {
        x: series === 0 ? left : right,
        y: 14,
        class: series === 0 ? 'end strong' : 'strong',
      }),
    ),
    ...axes(geometry, writing),
    ...geometry.labelled.map((category) => {
      const { codes } = model.categories[category] ?? {};
      const own = highlight !== undefined && codes?.includes(highlight);
      return text(fitText(ages[category] ?? '', labelRoom, measureText), {
        x: (left + right) / 2,
        y: (geometry.middles[category] ?? 0) + 4,
        class: own ? 'middle strong' : 'axis middle',
      });
    }),
    ...geometry.runs.map((run) => runText(run, geometry, writing)),
  ];
  const marks = geometry.bars.map((bar): Mark => ({
    label: markLabel(model, bar, writing),
    category: bar.category,
    series: bar.series,
    area: {
      x: bar.series === 0 ? 0 : right,
      y: bar.y - 1,
      width: left,
      height: geometry.pitch,
    },
    shapes: [
      ...barShapes(bar, id, certain && holds(bar.value, 'provisional') ? ' provisional' : ''),
      ...letters(model, bar, writing),
    ],
  }));
  return chart(geometry, options.label ?? describeLargest(model, writing), backdrop, marks);
}

function axes({ bases: [left, right], ticks, top, bottom }: PyramidGeometry, { language }: Writing): Shape[] {
  const upright = (x: number, name: string): Shape =>
    shape('line', { x1: x, x2: x, y1: top, y2: bottom, class: name });
  return ticks.flatMap(({ value, decimals, distance }) =>
    [left - distance, right + distance].flatMap((x) => [
      upright(x, distance === 0 ? 'base' : 'grid'),
      text(formatNumber(value, language, decimals), { x, y: bottom + 16, class: 'axis middle' }),
    ]),
  );
}

function barShapes({ value, series, x, y, width, height }: PyramidBar, id: string, look: string): Shape[] {
  switch (value.kind) {
    case 'shown':
      return [
        shape('rect', { x, y, width, height, class: `bar side ${COLOURS[series] ?? 'context'}${look}` }),
      ];
    case 'hidden':
      return [hatched(`${id}-hatch`, { x, y: y + 0.5, width, height: height - 1 })];
    default:
      return [];
  }
}

/** The letters of what holds for one bar alone, at its end. */
function letters({ categories, series }: ChartModel, bar: PyramidBar, { language }: Writing): Shape[] {
  const content = marked('', ownFlags(bar.value, categories[bar.category], series[bar.series]), language);
  if (content === '') return [];
  const [x, side] = bar.series === 0 ? [bar.x - 4, 'axis end'] : [bar.x + bar.width + 4, 'axis'];
  return [text(content, { x, y: bar.y + bar.height / 2 + 4, class: side })];
}

function runText(
  { kind, middle, series }: PyramidRun,
  { bases: [left, right] }: PyramidGeometry,
  writing: Writing,
): Shape {
  const away = (kind === 'hidden' ? STUB_LENGTH : 0) + 6;
  return text(written({ kind }, writing), {
    x: series === 0 ? left - away : right + away,
    y: middle + 4,
    class: series === 0 ? 'axis end' : 'axis',
  });
}
