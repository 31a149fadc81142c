import type { CellSet } from '@datakube/contract';
import { valueClasses, type ValueClasses } from '../../geometry/classes.ts';
import { estimateTextWidth } from '../../geometry/text-width.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { shownNumbers, type ChartValue } from '../../model/chart-value.ts';
import { placeModel } from '../../model/place-model.ts';
import { writingOf } from '../../model/read-cell-set.ts';
import { nextChartId } from '../../scene/chart-id.ts';
import { classKey } from '../../scene/class-key.ts';
import { hatch } from '../../scene/hatch.ts';
import { chart, type Mark } from '../../scene/mark.ts';
import { shape, type Shape } from '../../scene/shape.ts';
import { describeExtremes } from '../../sentences/extremes.ts';
import { spoken } from '../../words.ts';
import { mapAreas, plainCode, type MapArea } from './map-areas.ts';
import type { MapChartOptions } from './map-options.ts';
import { fitMap, type Outline } from './map-projection.ts';

const defaultHeight = 560;
/** Room around the map for its outlines, and from the map to the key of the classes. */
const edge = 2;
const keyGap = 8;
const keyLine = 34;

/** The model of a map: the places that its geometry knows, and one number for each. */
export function mapModel(cellSet: CellSet, options: MapChartOptions): ChartModel {
  const { areas } = mapAreas(options.geometry, options.geometryKey);
  const codes = new Set(areas.map(({ code }) => code));
  return placeModel(cellSet, options, (code) => codes.has(plainCode(code)));
}

/** A map as plain shapes. */
export function mapScene(cellSet: CellSet, options: MapChartOptions): Shape {
  const { width = 640, height = defaultHeight, id = nextChartId() } = options;
  const { measureText = estimateTextWidth, highlight } = options;
  const { areas, whole } = mapAreas(options.geometry, options.geometryKey);
  const model = mapModel(cellSet, options);
  const writing = writingOf(options);
  const classes = valueClasses(shownNumbers(model.series[0]?.values ?? []), writing.decimals);
  const key = classKey(classes.classes, writing, width, measureText);
  const map = fitMap(whole, { width: width - 2 * edge, height: height - 2 * edge });
  const areaOf = new Map(areas.map((area) => [area.code, area]));

  const drawn = new Set<MapArea>();
  const marks = model.categories.flatMap(({ label, codes }, category): Mark[] => {
    const area = codes.map((code) => areaOf.get(plainCode(code))).find((each) => each !== undefined);
    if (!area || drawn.has(area)) return [];
    drawn.add(area);
    const outline = map.outline(area.shape);
    const value = model.series[0]?.values[category] ?? { kind: 'missing' };
    const own = highlight !== undefined && codes.includes(highlight);
    return [
      {
        label: `${label}: ${spoken(value, writing)}`,
        category,
        series: 0,
        // The rectangle around an area lies on its neighbours: the area itself answers to the pointer.
        area: { ...shifted(outline.box), class: 'aside' },
        shapes: [areaShape(outline, lookOf(value, classes, id), own)],
      },
    ];
  });
  const backdrop = [
    hatch(`${id}-hatch`),
    ...areas
      .filter((area) => !drawn.has(area))
      .map((area) => areaShape(map.outline(area.shape), { class: 'empty' }, false)),
    ...key.shapes(map.height + 2 * edge + keyGap),
  ];
  const size = { width, height: map.height + 2 * edge + keyGap + key.lines * keyLine };
  return chart(size, options.label ?? describeExtremes(model, writing), backdrop, marks);
}

interface Look {
  readonly class: string;
  readonly fill?: string;
}

function lookOf(value: ChartValue, classes: ValueClasses, id: string): Look {
  switch (value.kind) {
    case 'shown':
      return { class: `step class-${classes.shadeOf(value.value)}` };
    case 'hidden':
      return { class: 'hidden', fill: `url(#${id}-hatch)` };
    case 'missing':
    case 'not-applicable':
      return { class: 'empty' };
  }
}

function areaShape({ path }: Outline, look: Look, own: boolean): Shape {
  return shape('path', {
    d: path,
    transform: `translate(${edge} ${edge})`,
    'fill-rule': 'evenodd',
    class: `${look.class} place${own ? ' own-place' : ''}`,
    fill: look.fill,
  });
}

function shifted<Box extends { x: number; y: number }>(box: Box): Box {
  return { ...box, x: box.x + edge, y: box.y + edge };
}
