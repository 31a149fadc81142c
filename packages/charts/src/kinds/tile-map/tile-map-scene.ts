import type { CellSet } from '@datakube/contract';
import type { ChartOptions } from '../../chart-options.ts';
import { valueClasses, type ValueClasses } from '../../geometry/classes.ts';
import { estimateTextWidth, fitText } from '../../geometry/text-width.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { shownNumbers, type ChartValue } from '../../model/chart-value.ts';
import { placeModel } from '../../model/place-model.ts';
import { writingOf } from '../../model/read-cell-set.ts';
import { nextChartId } from '../../scene/chart-id.ts';
import { classKey } from '../../scene/class-key.ts';
import { hatch, hatched } from '../../scene/hatch.ts';
import { chart, type Mark } from '../../scene/mark.ts';
import { shape, text, type Shape } from '../../scene/shape.ts';
import { describeExtremes } from '../../sentences/extremes.ts';
import { spoken, written, type Writing } from '../../words.ts';
import { municipalityTile } from './municipality-tiles.ts';
import { placeLists, type ListLine } from './ranked-places.ts';
import { LIST, tileMapGeometry, type PlacedList, type PlacedTile } from './tile-map-geometry.ts';

const swatch = 14;
/** Height of a line of the key, as it is drawn. */
const KEY_LINE = 34;

/** What tiles and lists are drawn with. */
interface Ink {
  readonly id: string;
  readonly classes: ValueClasses;
  readonly writing: Writing;
  readonly measureText: (text: string) => number;
  readonly isOwn: (category: number) => boolean;
}

/** The model of a tile map: municipalities, and one number for each. */
export function tileMapModel(cellSet: CellSet, options: ChartOptions): ChartModel {
  return placeModel(cellSet, options, (code) => municipalityTile(code) !== undefined);
}

/** A tile map as plain shapes. */
export function tileMapScene(cellSet: CellSet, options: ChartOptions): Shape {
  const { width = 640, measureText = estimateTextWidth, id = nextChartId(), highlight } = options;
  const model = tileMapModel(cellSet, options);
  const writing = writingOf(options);
  const classes = valueClasses(shownNumbers(model.series[0]?.values ?? []), writing.decimals);
  const lists = placeLists(model, writing, highlight);
  const { keyWidth } = tileMapGeometry(model, lists, { width, key: 0 });
  const key = classKey(classes.classes, writing, keyWidth, measureText);
  const geometry = tileMapGeometry(model, lists, { width, key: key.lines * KEY_LINE });
  const isOwn = (category: number): boolean =>
    highlight !== undefined && (model.categories[category]?.codes.includes(highlight) ?? false);
  const ink: Ink = { id, classes, writing, measureText, isOwn };

  const widest = Math.max(0, ...geometry.tiles.map(({ abbreviation }) => measureText(abbreviation)));
  const named = widest + 2 <= geometry.side && geometry.side >= 16;
  const valueOf = (category: number): ChartValue => model.series[0]?.values[category] ?? { kind: 'missing' };
  const marks = geometry.tiles.map((tile): Mark => {
    const value = valueOf(tile.category);
    return {
      label: `${model.categories[tile.category]?.label ?? ''}: ${spoken(value, writing)}`,
      category: tile.category,
      series: 0,
      // As far as half-way to its neighbours: easier to hit, and the focus ring lies around the tile.
      area: {
        x: tile.x - geometry.gap / 2,
        y: tile.y - geometry.gap / 2,
        width: geometry.side + geometry.gap,
        height: geometry.side + geometry.gap,
      },
      shapes: tileShapes(tile, value, geometry.side, named, ink),
    };
  });
  const backdrop = [
    hatch(`${id}-hatch`),
    ...key.shapes(geometry.keyTop),
    ...geometry.lists.flatMap((list) => listShapes(list, ink)),
  ];
  return chart(geometry, options.label ?? describeExtremes(model, writing), backdrop, marks);
}

function tileShapes(
  { category, abbreviation, x, y }: PlacedTile,
  value: ChartValue,
  side: number,
  named: boolean,
  ink: Ink,
): Shape[] {
  const shapes = [square(value, x, y, side, ink)];
  if (ink.isOwn(category)) {
    shapes.push(
      shape('rect', { x: x + 0.5, y: y + 0.5, width: side - 1, height: side - 1, class: 'own-frame' }),
    );
  }
  if (named) {
    shapes.push(
      text(abbreviation, { x: x + side / 2, y: y + side / 2 + 4, class: `middle ${onSquare(value, ink)}` }),
    );
  }
  return shapes;
}

function square(value: ChartValue, x: number, y: number, side: number, { id, classes }: Ink): Shape {
  const place = { x, y, width: side, height: side };
  switch (value.kind) {
    case 'shown':
      return shape('rect', { ...place, class: `step class-${classes.shadeOf(value.value)}` });
    case 'hidden':
      return hatched(`${id}-hatch`, place);
    case 'missing':
    case 'not-applicable':
      return shape('rect', { ...place, class: 'empty' });
  }
}

function onSquare(value: ChartValue, { classes }: Ink): string {
  if (value.kind === 'shown') return `on-step class-${classes.shadeOf(value.value)}`;
  return value.kind === 'hidden' ? 'halo' : 'axis';
}

function listShapes({ list, x, y, width }: PlacedList, ink: Ink): Shape[] {
  return [
    text(list.title, { x, y: y + 16, class: 'strong' }),
    shape('line', { x1: x, x2: x + width, y1: y + LIST.rule, y2: y + LIST.rule, class: 'base' }),
    ...list.lines.flatMap((line, index) =>
      lineShapes(line, { x, y: y + LIST.first + LIST.line * index, width }, ink),
    ),
  ];
}

function lineShapes(
  line: ListLine,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  ink: Ink,
): Shape[] {
  const words = x + swatch + 8;
  if (line.kind === 'more') {
    return [text(line.text, { x: words, y: y + 14, class: 'axis' })];
  }
  const { label, value, category } = line;
  const number = written(value, ink.writing);
  const strong = ink.isOwn(category) ? ' strong' : '';
  const room = x + width - words - ink.measureText(number) - 8;
  return [
    square(value, x, y + 3, swatch, ink),
    text(fitText(label, room, ink.measureText), { x: words, y: y + 14, class: `name${strong}` }),
    text(number, {
      x: x + width,
      y: y + 14,
      class: value.kind === 'shown' ? `end${strong}` : 'end axis',
    }),
  ];
}
