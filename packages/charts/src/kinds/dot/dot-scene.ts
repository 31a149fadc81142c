import type { CellSet } from '@datakube/contract';
import { estimateTextWidth, fitText, widest } from '../../geometry/text-width.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import type { ChartValue } from '../../model/chart-value.ts';
import { holds, ownFlags } from '../../model/flags.ts';
import { barModel, writingOf } from '../../model/read-cell-set.ts';
import { nextChartId } from '../../scene/chart-id.ts';
import { hatch, hatched } from '../../scene/hatch.ts';
import { chart, type Mark } from '../../scene/mark.ts';
import { markLabel } from '../../scene/mark-label.ts';
import { noteShapes } from '../../scene/notes.ts';
import { positionAxis } from '../../scene/position-axis.ts';
import { shape, text, type Shape } from '../../scene/shape.ts';
import { tickWidth } from '../../scene/tick-width.ts';
import { describeExtremes } from '../../sentences/extremes.ts';
import { marked, written, type Writing } from '../../words.ts';
import { barNotes, type BarNote } from '../bar/bar-notes.ts';
import { pointMarker } from '../line/line-shapes.ts';
import { dotGeometry, drawnNumbers, STUB, type Dot, type DotGeometry } from './dot-geometry.ts';
import { dotNames } from './dot-names.ts';
import type { DotChartOptions } from './dot-options.ts';

/** Dots are smaller than a finger: this much around them answers to the pointer. */
const reach = 12;

/** A dot plot as plain shapes. */
export function dotScene(cellSet: CellSet, options: DotChartOptions): Shape {
  const { width = 640, measureText = estimateTextWidth, id = nextChartId(), highlight } = options;
  const model = barModel(cellSet, options);
  const writing = writingOf(options);
  const single = model.series.length <= 1;
  const names = model.categories.map(({ label, flags }) => marked(label, flags, writing.language));
  const nameRoom = Math.min(widest(names, measureText), width * 0.4);
  const numbers = widest(shownTexts(model, writing), measureText);
  const { zero = false, annotations = [] } = options;
  const notes = barNotes(model, annotations, writing);
  const room = {
    width,
    top: 4,
    names: nameRoom,
    values: single ? numbers : 0,
    tick: tickWidth([...drawnNumbers(model), ...notes.map(({ at }) => at)], zero, writing, measureText),
    decimals: writing.decimals,
    zero,
    notes: notes.map((note) => ({ at: note.at, width: measureText(note.text) })),
  };
  const labels = model.series.map(({ label, flags }) => marked(label, flags, writing.language));
  const first = dotGeometry(model, room).dots.slice(0, model.series.length);
  const key = dotNames(
    labels,
    first.map(({ value, x }) => (value.kind === 'shown' ? x : null)),
    width,
    measureText,
  );
  const geometry = dotGeometry(model, { ...room, top: key.height });

  const own = (category: number): boolean =>
    highlight !== undefined && (model.categories[category]?.codes.includes(highlight) ?? false);
  const backdrop = [
    hatch(`${id}-hatch`),
    ...key.shapes,
    ...positionAxis(geometry.plot, geometry.ticks, writing),
    ...guides(geometry),
    ...names.flatMap((name, category) =>
      rowName(fitText(name, nameRoom, measureText), geometry, category, own),
    ),
    ...references(geometry),
    ...remarks(notes, geometry, key.height, measureText),
    ...geometry.links.map(({ from, to, y, category }) =>
      shape('line', { x1: from, x2: to, y1: y, y2: y, class: own(category) ? 'link own-bar' : 'link' }),
    ),
    ...wordsOfRows(model, geometry, writing),
  ];
  const grey = (category: number): boolean => single && highlight !== undefined && !own(category);
  const marks = geometry.dots.map((dot): Mark => {
    const hidden = dot.value.kind === 'hidden';
    const [halfWidth, halfHeight] = hidden ? [STUB.width / 2 + 2, reach] : [reach, reach];
    return {
      label: markLabel(model, dot, writing),
      category: dot.category,
      series: dot.series,
      area: {
        x: dot.x - halfWidth,
        y: dot.y - halfHeight,
        width: 2 * halfWidth,
        height: 2 * halfHeight,
      },
      shapes: dotShapes(model, dot, {
        id,
        grey: grey(dot.category),
        own: own(dot.category),
        writing,
        single,
        width,
      }),
    };
  });
  return chart(geometry, options.label ?? describeExtremes(model, writing), backdrop, marks);
}

/** From the name to its dots: they stand far apart. */
function guides({ plot, names, middles }: DotGeometry): Shape[] {
  return middles.map((y) => shape('line', { x1: names + 8, x2: plot.right, y1: y, y2: y, class: 'guide' }));
}

function rowName(
  name: string,
  { names, middles, pitch }: DotGeometry,
  category: number,
  own: (category: number) => boolean,
): Shape[] {
  const y = middles[category] ?? 0;
  if (!own(category)) return [text(name, { x: names, y: y + 4, class: 'end' })];
  return [
    text(name, { x: names, y: y + 4, class: 'end strong' }),
    shape('rect', { x: names + 3, y: y - pitch / 2 + 3, width: 3, height: pitch - 6, class: 'own-bar' }),
  ];
}

/** One line where the value is the same for neighbouring rows, as it is for a total of all. */
function references({ references: places, plot, pitch }: DotGeometry): Shape[] {
  const lines: { x: number; from: number; to: number }[] = [];
  for (const { category, x } of places) {
    const last = lines.at(-1);
    if (last && last.x === x && last.to === category) last.to = category + 1;
    else lines.push({ x, from: category, to: category + 1 });
  }
  return lines.map(({ x, from, to }) =>
    shape('line', {
      x1: x,
      x2: x,
      y1: plot.top + pitch * from,
      y2: plot.top + pitch * to,
      class: 'reference',
    }),
  );
}

/** What is compared with by its name, and the remarks of the page: above the rows, each beside its line. */
function remarks(
  notes: readonly BarNote[],
  geometry: DotGeometry,
  top: number,
  measure: (text: string) => number,
): Shape[] {
  const drawn = geometry.notes.map((note, index) => ({
    ...note,
    text: notes[index]?.text ?? '',
    look: notes[index]?.look ?? ('annotation' as const),
  }));
  const bottom = (index: number): number =>
    drawn[index]?.look === 'annotation' ? geometry.plot.bottom : geometry.plot.top;
  return noteShapes(drawn, { top, bottom }, measure);
}

interface Drawing {
  readonly id: string;
  readonly grey: boolean;
  readonly own: boolean;
  readonly writing: Writing;
  readonly single: boolean;
  readonly width: number;
}

function dotShapes({ categories, series: all }: ChartModel, dot: Dot, drawing: Drawing): Shape[] {
  const { value, x, y, series, category } = dot;
  const { language } = drawing.writing;
  if (value.kind === 'hidden') {
    const place = { x: x - STUB.width / 2, y: y - STUB.height / 2, ...STUB };
    const edge = { x: place.x, y: place.y + STUB.height, width: STUB.width, height: 3 };
    return [
      hatched(`${drawing.id}-hatch`, place),
      ...(drawing.single ? [] : [shape('rect', { ...edge, class: `bar series-${series + 1}` })]),
    ];
  }
  if (value.kind !== 'shown') return [];
  const marker = pointMarker(x, y, series, 64, holds(value, 'provisional') ? 'open' : '');
  const letters = marked('', ownFlags(value, categories[category], all[series]), language);
  return [
    drawing.grey
      ? {
          ...marker,
          attributes: {
            ...marker.attributes,
            class: marker.attributes['class']?.replace('series-1', 'context') ?? '',
          },
        }
      : marker,
    ...(letters === '' ? [] : [text(letters, { x, y: y - 7, class: 'axis middle halo' })]),
    ...(drawing.single
      ? [
          text(written(value, drawing.writing), {
            x: drawing.width,
            y: y + 4,
            class: drawing.own ? 'end strong' : 'end',
          }),
        ]
      : []),
  ];
}

/** What a row without any number is instead. */
function wordsOfRows({ categories, series }: ChartModel, geometry: DotGeometry, writing: Writing): Shape[] {
  return categories.flatMap((_, category) => {
    const values = series.map(({ values: own }): ChartValue => own[category] ?? { kind: 'missing' });
    const word = values.find(({ kind }) => kind === 'hidden') ?? values[0];
    if (!word || values.some(({ kind }) => kind === 'shown')) return [];
    return [
      text(written(word, writing), {
        x: geometry.plot.left + 4,
        y: (geometry.middles[category] ?? 0) + 4,
        class: 'axis halo',
      }),
    ];
  });
}

function shownTexts({ series }: ChartModel, writing: Writing): string[] {
  return series.flatMap(({ values }) =>
    values.flatMap((value) => (value.kind === 'shown' ? [written(value, writing)] : [])),
  );
}
