import type { CellSet } from '@datakube/contract';
import { valueClasses, type ValueClasses } from '../../geometry/classes.ts';
import { estimateTextWidth, fitText, widest } from '../../geometry/text-width.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { shownNumbers, type ChartValue } from '../../model/chart-value.ts';
import { ownFlags } from '../../model/flags.ts';
import { writingOf } from '../../model/read-cell-set.ts';
import type { Category, Series } from '../../model/series.ts';
import { nextChartId } from '../../scene/chart-id.ts';
import { classKey } from '../../scene/class-key.ts';
import { hatch, hatched } from '../../scene/hatch.ts';
import { chart, type Mark } from '../../scene/mark.ts';
import { markLabel } from '../../scene/mark-label.ts';
import { shape, text, type Shape } from '../../scene/shape.ts';
import { describeExtremes } from '../../sentences/extremes.ts';
import { marked, written, type Writing } from '../../words.ts';
import { heatMapGeometry, type HeatMapGeometry } from './heat-map-geometry.ts';
import { heatMapModel } from './heat-map-model.ts';
import type { HeatMapChartOptions } from './heat-map-options.ts';

/** A heat map as plain shapes. */
export function heatMapScene(cellSet: CellSet, options: HeatMapChartOptions): Shape {
  const { width = 640, measureText = estimateTextWidth, id = nextChartId(), highlight } = options;
  const model = heatMapModel(cellSet, options);
  const writing = writingOf(options);
  const values = model.series.flatMap((series) => series.values);
  const classes = valueClasses(shownNumbers(values), writing.decimals);
  const key = classKey(classes.classes, writing, width, measureText);

  const named = ({ label, flags }: Category | Series): string => marked(label, flags, writing.language);
  const rowNames = model.categories.map(named);
  const columns = model.series.map(named);
  const rowRoom = Math.min(widest(rowNames, measureText), width * (width < 480 ? 0.3 : 0.4));
  const geometry = heatMapGeometry({
    width,
    rows: model.categories.length,
    columns: model.series.length,
    rowNames: rowRoom,
    columnNames: columns.map(measureText),
    values: widest(widestNumbers(model, writing), measureText),
    keyLines: key.lines,
  });

  const own = (codes: readonly string[]): boolean => highlight !== undefined && codes.includes(highlight);
  const backdrop = [
    hatch(`${id}-hatch`),
    ...columnNames(model, geometry, own, columns, measureText),
    ...model.categories.flatMap(({ codes }, row) => {
      const y = geometry.top + geometry.stepY * row;
      const name = text(fitText(rowNames[row] ?? '', rowRoom, measureText), {
        x: geometry.left - 8,
        y: y + geometry.cell.height / 2 + 4,
        class: own(codes) ? 'end strong' : 'end',
      });
      if (!own(codes)) return [name];
      return [
        name,
        shape('rect', { x: geometry.left - 5, y, width: 3, height: geometry.cell.height, class: 'own-bar' }),
      ];
    }),
    ...key.shapes(geometry.key),
  ];
  const marks = model.categories.flatMap((_, category) =>
    model.series.map((each, series) =>
      cellMark(
        model,
        { category, series, value: each.values[category] ?? { kind: 'missing' } },
        {
          geometry,
          classes,
          writing,
          id,
        },
      ),
    ),
  );
  return chart(geometry, options.label ?? describeExtremes(model, writing), backdrop, marks);
}

interface Drawing {
  readonly geometry: HeatMapGeometry;
  readonly classes: ValueClasses;
  readonly writing: Writing;
  readonly id: string;
}

function cellMark(
  model: ChartModel,
  at: { readonly category: number; readonly series: number; readonly value: ChartValue },
  { geometry, classes, writing, id }: Drawing,
): Mark {
  const { left, top, stepX, stepY, cell } = geometry;
  const place = { x: left + stepX * at.series, y: top + stepY * at.category, ...cell };
  const common = { label: markLabel(model, at, writing), category: at.category, series: at.series };
  switch (at.value.kind) {
    case 'shown': {
      const name = `class-${classes.shadeOf(at.value.value)}`;
      const flags = ownFlags(at.value, model.categories[at.category], model.series[at.series]);
      const number = text(marked(written(at.value, writing), flags, writing.language), {
        x: place.x + cell.width / 2,
        y: place.y + cell.height / 2 + 4,
        class: `middle on-step ${name}`,
      });
      // The square is its own area: a third fewer elements in a map of two thousand squares.
      return {
        ...common,
        area: { ...place, class: `step ${name}` },
        shapes: geometry.numbers ? [number] : [],
      };
    }
    case 'hidden':
      return { ...common, area: place, shapes: [hatched(`${id}-hatch`, place)] };
    default:
      return { ...common, area: place, shapes: [shape('rect', { ...place, class: 'empty' })] };
  }
}

function columnNames(
  { series }: ChartModel,
  { names, turned, nameRoom, top, cell }: HeatMapGeometry,
  own: (codes: readonly string[]) => boolean,
  labels: readonly string[],
  measure: (text: string) => number,
): Shape[] {
  const y = top - 8;
  return names.flatMap(({ column, x }) => {
    const { codes = [] } = series[column] ?? {};
    const strong = own(codes) ? ' strong' : '';
    const content = fitText(labels[column] ?? '', nameRoom, measure);
    const name = turned
      ? text(content, { x, y, class: `axis end${strong}`, transform: `rotate(45 ${round(x)} ${round(y)})` })
      : text(content, { x, y, class: `axis middle${strong}` });
    if (!own(codes)) return [name];
    return [
      name,
      shape('rect', { x: x - cell.width / 2, y: top - 5, width: cell.width, height: 3, class: 'own-bar' }),
    ];
  });
}

/**
 * The texts that may be the widest: the least and the greatest number, with each combination of letters there is.
 * Digits are equally wide, so that of two numbers the one further from zero is no narrower.
 */
function widestNumbers({ categories, series }: ChartModel, writing: Writing): string[] {
  const ranges = new Map<string, [least: number, most: number]>();
  for (const each of series) {
    each.values.forEach((value, category) => {
      if (value.kind !== 'shown') return;
      const letters = marked('', ownFlags(value, categories[category], each), writing.language);
      const range = ranges.get(letters);
      if (!range) ranges.set(letters, [value.value, value.value]);
      else if (value.value < range[0]) range[0] = value.value;
      else if (value.value > range[1]) range[1] = value.value;
    });
  }
  return [...ranges].flatMap(([letters, range]) =>
    range.map((value) => `${written({ kind: 'shown', value }, writing)} ${letters}`.trim()),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
