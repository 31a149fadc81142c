import type { Paint } from './paint.ts';

type Pen = CanvasRenderingContext2D;

/**
 * Paints a picture on a canvas, shape by shape. A browser would also draw the SVG file itself as an image, but a page
 * with a strict policy forbids that, for the address of such an image is not of the page.
 */
export function paintOn(canvas: HTMLCanvasElement, picture: Paint, scale: number): void {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser has no canvas');
  canvas.width = Math.ceil(number(picture, 'width') * scale);
  canvas.height = Math.ceil(number(picture, 'height') * scale);
  pen.scale(scale, scale);
  const family = picture.attributes['font-family'] ?? 'sans-serif';
  draw(pen, picture, { family, patterns: patternsOf(picture, scale) });
}

/** What shapes do not say each for themselves. */
interface Palette {
  readonly family: string;
  readonly patterns: ReadonlyMap<string, CanvasPattern>;
}

function draw(pen: Pen, shape: Paint, palette: Palette): void {
  const { tag, attributes, children, text } = shape;
  if (tag === 'defs') return;
  pen.save();
  move(pen, attributes['transform'] ?? '');
  pen.globalAlpha *= Number(attributes['opacity'] ?? 1);
  if (tag === 'text') write(pen, shape, text, palette.family);
  else paint(pen, outlineOf(shape), attributes, palette);
  for (const child of children) draw(pen, child, palette);
  pen.restore();
}

/** The line around a shape; null for what only holds others. */
function outlineOf(shape: Paint): Path2D | null {
  const at = (name: string): number => number(shape, name);
  const path = new Path2D();
  switch (shape.tag) {
    case 'rect':
      path.roundRect(at('x'), at('y'), at('width'), at('height'), at('rx'));
      return path;
    case 'line':
      path.moveTo(at('x1'), at('y1'));
      path.lineTo(at('x2'), at('y2'));
      return path;
    case 'circle':
      path.arc(at('cx'), at('cy'), at('r'), 0, 2 * Math.PI);
      return path;
    case 'path':
      return new Path2D(shape.attributes['d']);
    default:
      return null;
  }
}

function paint(
  pen: Pen,
  outline: Path2D | null,
  attributes: Paint['attributes'],
  { patterns }: Palette,
): void {
  if (!outline) return;
  const fill = attributes['fill'] ?? 'none';
  if (fill !== 'none') {
    pen.save();
    pen.globalAlpha *= Number(attributes['fill-opacity'] ?? 1);
    pen.fillStyle = patterns.get(fill) ?? fill;
    pen.fill(outline);
    pen.restore();
  }
  if (setOutline(pen, attributes)) pen.stroke(outline);
}

function write(pen: Pen, shape: Paint, text: string, family: string): void {
  const { attributes } = shape;
  const anchor = attributes['text-anchor'];
  pen.font = `${attributes['font-weight'] ?? 400} ${attributes['font-size']}px ${family}`;
  pen.textAlign = anchor === 'end' ? 'right' : anchor === 'middle' ? 'center' : 'left';
  const [x, y] = [number(shape, 'x'), number(shape, 'y')];
  if (setOutline(pen, attributes)) pen.strokeText(text, x, y);
  pen.fillStyle = attributes['fill'] ?? '#000000';
  pen.fillText(text, x, y);
}

function setOutline(pen: Pen, attributes: Paint['attributes']): boolean {
  const stroke = attributes['stroke'];
  if (stroke === undefined) return false;
  pen.strokeStyle = stroke;
  pen.lineWidth = Number(attributes['stroke-width'] ?? 1);
  pen.setLineDash(
    (attributes['stroke-dasharray'] ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number),
  );
  pen.lineCap = (attributes['stroke-linecap'] ?? 'butt') as CanvasLineCap;
  pen.lineJoin = (attributes['stroke-linejoin'] ?? 'miter') as CanvasLineJoin;
  return true;
}

/** Moves and turns as a `transform` says: what the charts use of it. */
function move(pen: Pen, transform: string): void {
  for (const [, what, values = ''] of transform.matchAll(/(translate|rotate)\(([^)]*)\)/g)) {
    const [first = 0, second = 0, third = 0] = values.split(/[\s,]+/).map(Number);
    if (what === 'translate') pen.translate(first, second);
    else {
      pen.translate(second, third);
      pen.rotate((first * Math.PI) / 180);
      pen.translate(-second, -third);
    }
  }
}

/** The patterns of a picture by what a fill calls them. */
function patternsOf(picture: Paint, scale: number): Map<string, CanvasPattern> {
  const patterns = new Map<string, CanvasPattern>();
  const visit = (shape: Paint): void => {
    if (shape.tag === 'pattern') {
      const pattern = patternOf(shape, scale);
      if (pattern) patterns.set(`url(#${shape.attributes['id']})`, pattern);
    } else shape.children.forEach(visit);
  };
  visit(picture);
  return patterns;
}

function patternOf(shape: Paint, scale: number): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = number(shape, 'width') * scale;
  tile.height = number(shape, 'height') * scale;
  const pen = tile.getContext('2d');
  if (!pen) return null;
  pen.scale(scale, scale);
  for (const child of shape.children) draw(pen, child, { family: '', patterns: new Map() });
  const pattern = pen.createPattern(tile, 'repeat');
  const turn = /rotate\(([-\d.]+)/.exec(shape.attributes['patternTransform'] ?? '')?.[1];
  pattern?.setTransform(new DOMMatrix().rotate(Number(turn ?? 0)).scale(1 / scale));
  return pattern;
}

function number({ attributes }: Paint, name: string): number {
  return Number(attributes[name] ?? 0);
}
