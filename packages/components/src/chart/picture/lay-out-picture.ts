import { shape, text, type LegendEntry, type Shape } from '@datakube/charts';
import { LETTERS } from '../legend-template.ts';
import type { PictureParts } from './picture-parts.ts';

/** Width of a text in pixels. */
export type MeasureText = (text: string, size: number, weight?: number) => number;

/** Width of every picture, whatever the width of the window: the same chart is the same file. */
export const WIDTH = 800;
const MARGIN = 24;
/** Room for the drawing. */
export const DRAWING_WIDTH: number = WIDTH - 2 * MARGIN;

const TITLE = { size: 17, line: 24 };
const WORDS = { size: 13, line: 19 };
const SMALL = { size: 12, line: 18 };
const SWATCH = { width: 28, height: 14 };

/** Puts title, sentence, drawing, legend and source below one another, as shapes that the styles of charts paint. */
export function layOutPicture(parts: PictureParts, measure: MeasureText): Shape {
  const shapes: Shape[] = tag(parts.synthetic, measure);
  let y = MARGIN;
  const lines = (
    words: string,
    { size, line }: typeof WORDS,
    kind: string,
    { weight = 400, room = DRAWING_WIDTH } = {},
  ): void => {
    for (const row of wrapped(words, room, (each) => measure(each, size, weight))) {
      y += line;
      shapes.push(text(row, { x: MARGIN, y: y - 6, class: kind, 'font-size': size, 'font-weight': weight }));
    }
  };
  lines(parts.title, TITLE, 'ink', { weight: 600, room: DRAWING_WIDTH - 140 });
  lines(parts.subtitle, WORDS, 'axis');
  y += 4;
  lines(parts.sentence, WORDS, 'ink');
  for (const notice of parts.notices) lines(notice, WORDS, 'axis');
  y += 10;
  shapes.push(shape('g', { transform: `translate(${MARGIN} ${y})` }, parts.drawing.children));
  y += Number(parts.drawing.attributes['height']) + 12;
  y = legend(parts, shapes, y, measure) + 4;
  shapes.push(shape('line', { x1: MARGIN, x2: WIDTH - MARGIN, y1: y, y2: y, class: 'grid' }));
  y += 4;
  for (const words of foot(parts, measure)) lines(words, SMALL, 'axis');
  const height = Math.ceil(y + MARGIN / 2);
  const box = { class: 'datakube-chart', width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}` };
  const paper = shape('rect', { x: 0, y: 0, width: WIDTH, height, class: 'paper' });
  return shape('svg', { ...box, role: 'img', 'aria-label': parts.title }, [paper, ...shapes]);
}

/** That the numbers are made up, in the corner where nobody misses it. */
function tag(words: string, measure: MeasureText): Shape[] {
  if (words === '') return [];
  const width = Math.ceil(measure(words, SMALL.size)) + 16;
  const x = WIDTH - MARGIN - width;
  return [
    shape('rect', { x: x + 0.5, y: MARGIN + 0.5, width: width - 1, height: 21, rx: 3, class: 'tag-frame' }),
    text(words, { x: x + 8, y: MARGIN + 15, class: 'ink', 'font-size': SMALL.size }),
  ];
}

/** Source, release and date: on one line where there is room. */
function foot({ source, release, made }: PictureParts, measure: MeasureText): string[] {
  const one = [source, release, made].join(' · ');
  return measure(one, SMALL.size) <= DRAWING_WIDTH ? [one] : [source, `${release} · ${made}`];
}

function legend(
  { legend: entries, drawing }: PictureParts,
  shapes: Shape[],
  top: number,
  measure: MeasureText,
): number {
  const hatch = patternIn(drawing);
  let [x, y] = [MARGIN, top];
  for (const { kind, text: words } of entries) {
    const swatch = LETTERS.has(kind) ? 0 : SWATCH.width + 6;
    const room = swatch + measure(words, SMALL.size);
    if (x > MARGIN && x + room > WIDTH - MARGIN) [x, y] = [MARGIN, y + SMALL.line + 2];
    if (swatch > 0) shapes.push(...swatchOf(kind, x, y, hatch));
    for (const [index, row] of wrapped(words, DRAWING_WIDTH - swatch, (each) =>
      measure(each, SMALL.size),
    ).entries()) {
      if (index > 0) y += SMALL.line;
      shapes.push(text(row, { x: x + swatch, y: y + 11, class: 'axis', 'font-size': SMALL.size }));
    }
    x += room + 18;
  }
  return entries.length > 0 ? y + SWATCH.height + 8 : y;
}

/** The id of the hatch in a drawing. */
function patternIn({ tag, attributes, children }: Shape): string {
  if (tag === 'pattern') return attributes['id'] ?? '';
  for (const child of children) {
    const found = patternIn(child);
    if (found !== '') return found;
  }
  return '';
}

/** The mark a legend explains, as it is drawn in the chart. */
function swatchOf(kind: LegendEntry['kind'], x: number, y: number, hatch: string): Shape[] {
  const { width, height } = SWATCH;
  const box = { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
  const across = { x1: x, x2: x + width, y1: y + height / 2, y2: y + height / 2 };
  switch (kind) {
    case 'hidden':
      return [shape('rect', { ...box, class: 'hidden', fill: `url(#${hatch})` })];
    case 'reference':
      return [
        shape('line', { x1: x + width / 2, x2: x + width / 2, y1: y, y2: y + height, class: 'reference' }),
      ];
    case 'line':
      return [shape('line', { ...across, class: 'line series-1' })];
    case 'dashed-line':
      return [shape('line', { ...across, class: 'reference' })];
    case 'own':
      return [shape('rect', { ...box, class: 'own-frame' })];
    case 'empty':
      return [shape('rect', { ...box, class: 'empty' })];
    case 'annotation':
    case 'break':
    case 'provisional':
    case 'unreliable':
      return [];
  }
}

/** Words in lines that are no wider than there is room for. A word that alone is wider stands as it is. */
export function wrapped(words: string, room: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line === undefined || measure(longer) > room) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return words === '' ? [] : lines;
}
