import type { CellSet } from '@datakube/contract';
import { estimateTextWidth, fitText, widest } from '../../geometry/text-width.ts';
import { writingOf } from '../../model/read-cell-set.ts';
import { nextChartId } from '../../scene/chart-id.ts';
import { hatch, hatched } from '../../scene/hatch.ts';
import { chart, type Mark } from '../../scene/mark.ts';
import { positionAxis } from '../../scene/position-axis.ts';
import { shape, text, type Shape } from '../../scene/shape.ts';
import { tickWidth } from '../../scene/tick-width.ts';
import { marked, spoken, written, type Writing } from '../../words.ts';
import { pointMarker } from '../line/line-shapes.ts';
import { BOX_HEIGHT, boxGeometry, STUB, type BoxGeometry, type BoxPlace } from './box-geometry.ts';
import { boxModel } from './box-model.ts';
import type { BoxChartOptions } from './box-options.ts';
import { countText, describeMedians, groupLabel } from './box-words.ts';
import { distributionsOf, type Distribution } from './distribution.ts';

/** Half of what answers to the pointer around the member that stands out. */
const reach = 12;
/** The shape of the member that stands out, a diamond. */
const OWN_SHAPE = 3;

/** A box plot as plain shapes. */
export function boxScene(cellSet: CellSet, options: BoxChartOptions): Shape {
  const {
    width = 640,
    measureText = estimateTextWidth,
    id = nextChartId(),
    highlight,
    members = '',
  } = options;
  const model = boxModel(cellSet, options);
  const writing = writingOf(options);
  const groups = distributionsOf(model, highlight);
  const names = groups.map(({ label, flags }) => marked(label, flags, writing.language));
  const most = width * 0.45;
  const countsWith = (word: string): string[] =>
    groups.map((group) => countText(group, writing.language, word));
  // That some are hidden must never be cut away: the word for the members goes first.
  const counts = widest(countsWith(members), measureText) <= most ? countsWith(members) : countsWith('');
  const nameRoom = Math.min(widest([...names, ...counts], measureText), most);
  const numbers = groups.flatMap(({ shown }) => shown.map(({ value }) => value));
  const { zero = false } = options;
  const named = groups.findIndex(({ own }) => own?.value.kind === 'shown');
  const geometry = boxGeometry(groups, {
    width,
    top: named < 0 ? 4 : 18,
    names: nameRoom,
    tick: tickWidth(numbers, zero, writing, measureText),
    decimals: writing.decimals,
    zero,
  });

  const backdrop = [
    hatch(`${id}-hatch`),
    ...positionAxis(geometry.plot, geometry.ticks, writing),
    ...names.flatMap((label, index) => {
      const y = geometry.places[index]?.y ?? 0;
      const count = text(fitText(counts[index] ?? '', nameRoom, measureText), {
        x: nameRoom,
        y: label === '' ? y + 4 : y + 12,
        class: 'axis end',
      });
      if (label === '') return [count];
      return [text(fitText(label, nameRoom, measureText), { x: nameRoom, y: y - 3, class: 'end' }), count];
    }),
  ];
  const marks = groups.flatMap((group, category): Mark[] => {
    const place = geometry.places[category];
    if (!place) return [];
    const whole: Mark = {
      label: groupLabel(group, writing, members),
      category,
      series: 0,
      area: wholeArea(geometry, place),
      shapes: [...groupShapes(place), ...nothingShown(group, place, geometry, { id, writing })],
    };
    if (!place.own || !group.own) return [whole];
    const name = [group.own.label, group.label].filter(Boolean).join(', ');
    return [
      whole,
      {
        label: `${name}: ${spoken(group.own.value, writing)}`,
        category,
        series: 1,
        area: { x: place.own.x - reach, y: place.y - reach, width: 2 * reach, height: 2 * reach },
        shapes: ownShapes(group.own.label, place, place.own, {
          id,
          named: category === named,
          width,
          measureText,
        }),
      },
    ];
  });
  return chart(geometry, options.label ?? describeMedians(model, writing), backdrop, marks);
}

function wholeArea({ plot, stub }: BoxGeometry, { y, empty }: BoxPlace): Mark['area'] {
  const left = empty ? Math.min(plot.left, stub - STUB.width / 2) - 2 : plot.left;
  return { x: left, y: y - 16, width: plot.right - left, height: 32 };
}

function groupShapes({ y, box, dots }: BoxPlace): Shape[] {
  if (!box) return dots.map((x) => pointMarker(x, y, 0, 64));
  const [top, half] = [y - BOX_HEIGHT / 2, BOX_HEIGHT / 2];
  const upright = (x: number, reaches: number, name: string): Shape =>
    shape('line', { x1: x, x2: x, y1: y - reaches, y2: y + reaches, class: name });
  const whisker = (from: number, to: number): Shape =>
    shape('line', { x1: from, x2: to, y1: y, y2: y, class: 'whisker series-1' });
  return [
    whisker(box.least, box.lower),
    whisker(box.upper, box.most),
    upright(box.least, half / 2, 'whisker series-1'),
    upright(box.most, half / 2, 'whisker series-1'),
    shape('rect', {
      x: box.lower,
      y: top,
      width: box.upper - box.lower,
      height: BOX_HEIGHT,
      class: 'box series-1',
    }),
    upright(box.median, half, 'median'),
  ];
}

/** A group of which nothing is shown: hatch where something is hidden, and the word for it. */
function nothingShown(
  { hidden }: Distribution,
  { y, empty }: BoxPlace,
  { plot, stub }: BoxGeometry,
  { id, writing }: { readonly id: string; readonly writing: Writing },
): Shape[] {
  if (!empty) return [];
  const word = text(written({ kind: hidden > 0 ? 'hidden' : 'missing' }, writing), {
    x: plot.left + 4,
    y: y + 4,
    class: 'axis halo',
  });
  return hidden > 0 ? [stubAt(stub, y, id), word] : [word];
}

function ownShapes(
  label: string,
  { y, empty }: BoxPlace,
  { x, hidden }: NonNullable<BoxPlace['own']>,
  {
    id,
    named,
    width,
    measureText,
  }: {
    readonly id: string;
    readonly named: boolean;
    readonly width: number;
    readonly measureText: (text: string) => number;
  },
): Shape[] {
  if (hidden) return empty ? [] : [stubAt(x, y, id)];
  const marker = pointMarker(x, y, OWN_SHAPE, 110);
  const half = measureText(label) / 2 + 4;
  const middle = Math.max(half, Math.min(width - half, x));
  return [
    { ...marker, attributes: { ...marker.attributes, class: 'point own-point' } },
    ...(named ? [text(label, { x: middle, y: y - 15, class: 'middle strong halo' })] : []),
  ];
}

function stubAt(x: number, y: number, id: string): Shape {
  return hatched(`${id}-hatch`, { x: x - STUB.width / 2, y: y - STUB.height / 2, ...STUB });
}
