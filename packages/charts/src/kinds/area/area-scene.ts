import { area } from 'd3-shape';
import type { CellSet } from '@datakube/contract';
import type { LineChartOptions } from '../../chart-options.ts';
import { estimateTextWidth, widest } from '../../geometry/text-width.ts';
import { levelsOf } from '../../model/annotations.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { areaModel, writingOf } from '../../model/read-cell-set.ts';
import { nextChartId } from '../../scene/chart-id.ts';
import { hatch } from '../../scene/hatch.ts';
import { markLabel } from '../../scene/mark-label.ts';
import { chart, type Mark } from '../../scene/mark.ts';
import { shape, text, type Shape } from '../../scene/shape.ts';
import { STRIP_HEIGHT, stripEdges, stripHatch, stripTexts, type StripPiece } from '../../scene/strip.ts';
import { tickWidth } from '../../scene/tick-width.ts';
import { timeAxes } from '../../scene/time-axes.ts';
import type { Writing } from '../../words.ts';
import { lineNotes } from '../line/line-notes.ts';
import { remarkShapes } from '../line/line-remarks.ts';
import { endLabel } from '../line/line-scene.ts';
import { stretches, valueMarker } from '../line/line-shapes.ts';
import { areaGeometry, stackTops, type AreaGeometry, type Layer, type LayerPoint } from './area-geometry.ts';
import { describeLayers } from './area-words.ts';

const swatch = 8;
const reach = 12;

/** Stacked areas as plain shapes. */
export function areaScene(cellSet: CellSet, options: LineChartOptions): Shape {
  const { width = 640, measureText = estimateTextWidth, id = nextChartId(), annotations = [] } = options;
  const model = areaModel(cellSet, options);
  const writing = writingOf(options);
  const labels = model.series.map((series) => endLabel(series, writing, width * 0.36, measureText));
  const notes = lineNotes(model, annotations, writing, width < 480);
  const levels = levelsOf(annotations);
  const geometry = areaGeometry(model, {
    width,
    height: options.height ?? (width < 480 ? 240 : 300),
    ticks: tickWidth([...stackTops(model), ...levels.map(({ at }) => at)], true, writing, measureText),
    seriesLabels: widest(labels, measureText) + swatch + 4,
    categoryLabel: widest(
      model.categories.map(({ label }) => label),
      measureText,
    ),
    decimals: writing.decimals,
    notes: notes.map((note) => ({ ...note, width: measureText(note.text) })),
    levels: levels.map(({ at }) => at),
  });
  const { plot, strips, layers } = geometry;
  const hidden = strips.filter((piece) => kindAt(model, piece) === 'hidden');

  const backdrop = [
    hatch(`${id}-hatch`),
    ...timeAxes(geometry, model.categories, writing),
    ...stripHatch(hidden, plot.bottom, id),
    ...stripTexts(hidden, plot.bottom, writing, measureText),
    ...(model.series.length < 2 ? [] : stripEdges(strips, plot.bottom)),
    ...layers.flatMap(({ points }, series) => layerShapes(points, series)),
    ...remarkShapes(geometry, notes, levels, measureText),
    ...layers.flatMap(({ labelY }, series) => labelShapes(labels[series] ?? '', plot.right, labelY, series)),
  ];
  const marks = layers.flatMap((layer, series) => layerMarks(model, geometry, layer, series, writing));
  return chart(geometry, options.label ?? describeLayers(model, writing), backdrop, marks);
}

const pen = area<LayerPoint>()
  .x(({ x }) => x)
  .y0(({ base }) => base)
  .y1(({ y, base }) => y ?? base)
  .digits(2);

/** A layer in stretches, those that are provisional paler; a period that stands alone as a narrow bar. */
function layerShapes(points: readonly LayerPoint[], series: number): Shape[] {
  const { solid, provisional } = stretches(points);
  const drawn = (run: readonly LayerPoint[], look: string): Shape => {
    const [first] = run;
    if (run.length === 1 && first?.y != null) {
      const { x, y, base } = first;
      return shape('rect', { x: x - 2, y, width: 4, height: base - y, class: look });
    }
    return shape('path', { d: pen([...run]) ?? '', class: look });
  };
  return [
    ...solid.map((run) => drawn(run, `layer series-${series + 1}`)),
    ...provisional.map((run) => drawn(run, `layer series-${series + 1} provisional`)),
  ];
}

function labelShapes(content: string, right: number, y: number, series: number): Shape[] {
  return [
    shape('rect', {
      x: right + 10,
      y: y - swatch / 2,
      width: swatch,
      height: swatch,
      class: `bar series-${series + 1}`,
    }),
    text(content, { x: right + 14 + swatch, y: y + 4, class: 'label' }),
  ];
}

function layerMarks(
  model: ChartModel,
  { plot, strips, step }: AreaGeometry,
  { points }: Layer,
  series: number,
  writing: Writing,
): Mark[] {
  return points.map(({ category, value, x, y, base }): Mark => {
    const piece = strips.find((each) => each.series === series && each.category === category);
    const across = Math.max(2 * reach, step);
    const tall = y === null ? 2 * reach : Math.max(base - y, reach);
    return {
      label: markLabel(model, { category, series, value }, writing),
      category,
      series,
      kind: value.kind,
      area: piece
        ? { x: piece.x, y: plot.bottom - STRIP_HEIGHT, width: piece.width, height: STRIP_HEIGHT }
        : { x: x - across / 2, y: base - tall, width: across, height: tall },
      shapes: y === null ? [] : valueMarker({ x, y }, value, series),
    };
  });
}

function kindAt({ series }: ChartModel, piece: StripPiece): string | undefined {
  return series[piece.series]?.values[piece.category]?.kind;
}
