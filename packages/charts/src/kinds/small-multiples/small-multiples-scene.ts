import type { CellSet } from '@datakube/contract';
import { estimateTextWidth, fitText } from '../../geometry/text-width.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { chartModel } from '../../model/chart-model.ts';
import { levelsOf } from '../../model/annotations.ts';
import { holds } from '../../model/flags.ts';
import { writingOf } from '../../model/read-cell-set.ts';
import { formatNumber } from '../../numbers.ts';
import { nextChartId } from '../../scene/chart-id.ts';
import { hatch, hatched } from '../../scene/hatch.ts';
import { chart, type Mark } from '../../scene/mark.ts';
import { shape, text, type Shape } from '../../scene/shape.ts';
import { describeDirections } from '../../sentences/directions.ts';
import { flagWords, marked, spoken, written, type Writing } from '../../words.ts';
import type { Point } from '../line/line-geometry.ts';
import { lineShapes, pointMarker } from '../line/line-shapes.ts';
import {
  PANEL,
  smallMultiplesGeometry,
  STRIP_HEIGHT,
  type Panel,
  type SmallMultiplesGeometry,
} from './small-multiples-geometry.ts';
import type { SmallMultiplesOptions } from './small-multiples-options.ts';

const defaultLimit = 100;

/** The model of small multiples: periods along each panel, and a panel for each series. */
export function smallMultiplesModel(cellSet: CellSet, options: SmallMultiplesOptions): ChartModel {
  const { measure, references, timeDimension = 'time', limit = defaultLimit } = options;
  return chartModel(cellSet, { measure, along: timeDimension, references, most: limit });
}

/** What panels are drawn with. */
interface Ink {
  readonly id: string;
  readonly model: ChartModel;
  readonly geometry: SmallMultiplesGeometry;
  readonly writing: Writing;
  readonly measureText: (text: string) => number;
  readonly highlight: string | undefined;
}

/** Small multiples as plain shapes. */
export function smallMultiplesScene(cellSet: CellSet, options: SmallMultiplesOptions): Shape {
  const { width = 640, measureText = estimateTextWidth, id = nextChartId() } = options;
  const { highlight, annotations = [] } = options;
  const model = smallMultiplesModel(cellSet, options);
  const writing = writingOf(options);
  const lasts = model.series.map(({ values }) => values.findLast(({ kind }) => kind === 'shown'));
  const geometry = smallMultiplesGeometry(model, {
    width,
    values: Math.max(0, ...lasts.map((value) => (value ? measureText(written(value, writing)) : 0))),
    decimals: writing.decimals,
    zero: options.zero ?? false,
    remarks: {
      categories: annotations.flatMap(({ at }) =>
        model.categories.flatMap(({ codes }, category) =>
          typeof at === 'string' && codes.includes(at) ? [category] : [],
        ),
      ),
      levels: levelsOf(annotations).map(({ at }) => at),
    },
  });
  const ink: Ink = { id, model, geometry, writing, measureText, highlight };
  const backdrop = [
    hatch(`${id}-hatch`),
    ...geometry.panels.flatMap((panel) => panelShapes(panel, ink)),
    ...(geometry.panels.length > 0 ? scaleKey(ink) : []),
  ];
  const marks = geometry.panels.flatMap((panel) => panel.points.map((point) => pointMark(panel, point, ink)));
  return chart(geometry, options.label ?? describeDirections(model, writing), backdrop, marks);
}

function panelShapes(panel: Panel, ink: Ink): Shape[] {
  const { x, y, points, references } = panel;
  const { model, geometry, writing } = ink;
  const { label = '', flags, codes = [] } = model.series[panel.series] ?? {};
  const strong = ink.highlight !== undefined && codes.includes(ink.highlight);
  const name = fitText(marked(label, flags, writing.language), geometry.panelWidth, ink.measureText);
  return [
    text(name, { x, y: y + PANEL.name, class: strong ? 'name strong' : 'name' }),
    axis(x, y, geometry),
    ...geometry.breaks.map((at) =>
      shape('line', { x1: x + at, x2: x + at, y1: y + PANEL.top, y2: y + PANEL.axis, class: 'break-line' }),
    ),
    ...(panel.hidden ? [] : remarkLines(x, y, geometry)),
    ...(panel.hidden ? hiddenPanel(panel, ink) : strips(panel, ink)),
    ...references.flatMap((reference) => lineShapes(reference, 'context dashed')),
    ...lineShapes(points, 'series-1'),
    ...lastValue(points, strong, writing),
  ];
}

function axis(x: number, y: number, { panelWidth }: SmallMultiplesGeometry): Shape {
  return shape('line', { x1: x, x2: x + panelWidth, y1: y + PANEL.axis, y2: y + PANEL.axis, class: 'base' });
}

/** Where the page has a remark; its words are in the legend. */
function remarkLines(x: number, y: number, { remarks, plot }: SmallMultiplesGeometry): Shape[] {
  return [
    ...remarks.xs.map((at) =>
      shape('line', { x1: x + at, x2: x + at, y1: y + PANEL.top, y2: y + PANEL.axis, class: 'annotation' }),
    ),
    ...remarks.ys.map((at) =>
      shape('line', { x1: x + plot.left, x2: x + plot.right, y1: y + at, y2: y + at, class: 'annotation' }),
    ),
  ];
}

function hiddenPanel({ x, y }: Panel, { id, geometry, writing }: Ink): Shape[] {
  const { panelWidth, plot } = geometry;
  const height = PANEL.axis - plot.left - PANEL.top;
  return [
    hatched(`${id}-hatch`, { x: x + plot.left, y: y + PANEL.top, width: panelWidth - 2 * plot.left, height }),
    text(written({ kind: 'hidden' }, writing), {
      x: x + panelWidth / 2,
      y: y + PANEL.top + height / 2 + 4,
      class: 'axis halo middle',
    }),
  ];
}

/** Hatch on the axis under the periods that are hidden. */
function strips({ x, y, points }: Panel, { id, geometry: { plot } }: Ink): Shape[] {
  return points
    .filter(({ value }) => value.kind === 'hidden')
    .map((point) => {
      const { from, to } = slot(point, x, plot);
      return hatched(`${id}-hatch`, {
        x: from,
        y: y + PANEL.axis - STRIP_HEIGHT,
        width: to - from,
        height: STRIP_HEIGHT,
      });
    });
}

/** The part of the axis that belongs to a period: half-way to its neighbours. */
function slot(
  point: Point,
  x: number,
  { left, right, step }: SmallMultiplesGeometry['plot'],
): { from: number; to: number } {
  return {
    from: Math.max(x + left, point.x - step / 2),
    to: Math.min(x + right, point.x + step / 2),
  };
}

/** The last value that is shown, in figures beside its point. */
function lastValue(points: readonly Point[], strong: boolean, writing: Writing): Shape[] {
  const last = points.findLast(({ y }) => y !== null);
  if (!last || last.y === null) return [];
  return [
    pointMarker(last.x, last.y, 0, 20, holds(last.value, 'provisional') ? 'open' : ''),
    text(written(last.value, writing), {
      x: last.x + 6,
      y: last.y + 4,
      class: strong ? 'halo strong' : 'halo',
    }),
  ];
}

/** A panel without a line: what heights mean in all the others, from which period to which, and where series break. */
function scaleKey({ geometry, model, writing, measureText }: Ink): Shape[] {
  const { x, y } = geometry.key;
  const { language } = writing;
  const [first, last] = [model.categories[0], model.categories.at(-1)];
  const period = [...new Set([first?.label, last && marked(last.label, last.flags, language)])].join('–');
  const ends = geometry.ends.map(({ value, decimals }) => formatNumber(value, language, decimals));
  const room = geometry.panelWidth - Math.max(0, ...ends.map(measureText)) - 12;
  return [
    text(language === 'da' ? 'Skala' : 'Scale', { x, y: y + PANEL.name, class: 'axis' }),
    axis(x, y, geometry),
    ...geometry.ends.map(({ y: at }, index) =>
      text(ends[index] ?? '', { x, y: y + Math.min(at + 4, PANEL.axis - 4), class: 'axis' }),
    ),
    text(fitText(period, room, measureText), {
      x: x + geometry.panelWidth,
      y: y + PANEL.axis - 4,
      class: 'axis end',
    }),
    ...geometry.breaks.map((at) =>
      text(flagWords('break', language).mark, { x: x + at, y: y + PANEL.top + 22, class: 'axis middle' }),
    ),
  ];
}

function pointMark(panel: Panel, point: Point, { model, geometry, writing }: Ink): Mark {
  const names = [model.series[panel.series]?.label, model.categories[point.category]?.label];
  const { from, to } = slot(point, panel.x, geometry.plot);
  return {
    label: `${names.filter(Boolean).join(', ')}: ${spoken(point.value, writing)}`,
    category: point.category,
    series: panel.series,
    kind: point.value.kind,
    area: { x: from, y: panel.y + PANEL.top - 4, width: to - from, height: PANEL.axis - PANEL.top + 4 },
    shapes: [],
  };
}
