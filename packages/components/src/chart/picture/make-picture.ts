import { drawChart } from '@datakube/charts';
import { paintOn } from './canvas-painter.ts';
import { DRAWING_WIDTH, layOutPicture, type MeasureText } from './lay-out-picture.ts';
import { paintOf, type Paint } from './paint.ts';
import { pictureParts, type PictureParts, type PictureRequest } from './picture-parts.ts';
import { withText } from './png-text.ts';
import { svgText } from './svg-text.ts';

/** Files a chart can be taken along as. */
export type PictureFormat = 'png' | 'svg';

/** Pixels of a PNG for each of the screen, and how many a canvas may have along a side. */
const SCALE = 2;
const MOST_PIXELS = 16_000;

/**
 * A chart as a file: title, sentence, drawing, legend, source, release and date, on white whatever the page is. It is
 * made from what is shown, at a width of its own: a hidden value is no more in the file than on the screen.
 *
 * @param place - where the styles of charts hold; the drawing stands there for a moment, out of sight
 */
export async function makePicture(
  format: PictureFormat,
  request: PictureRequest,
  place: HTMLElement | DocumentFragment,
): Promise<Blob> {
  const stage = stageIn(place);
  try {
    const measure = penFor(getComputedStyle(stage).fontFamily);
    const parts = pictureParts(request, DRAWING_WIDTH, (text) => Math.ceil(measure(text, 12)));
    const picture = painted(parts, measure, stage);
    const record = JSON.stringify(parts.record);
    return format === 'svg'
      ? new Blob([svgText(withWords(picture, parts, record))], { type: 'image/svg+xml' })
      : await png(picture, record);
  } finally {
    stage.remove();
  }
}

function painted(parts: PictureParts, measure: MeasureText, stage: HTMLElement): Paint {
  const drawing = drawChart(layOutPicture(parts, measure));
  stage.replaceChildren(drawing);
  const picture = paintOf(drawing);
  if (!picture) throw new Error('a picture without anything on it');
  return picture;
}

/** Title and description for readers, and the record for programs. */
function withWords(picture: Paint, { title, sentence }: PictureParts, record: string): Paint {
  const word = (tag: string, text: string): Paint => ({ tag, attributes: {}, children: [], text });
  const words = [word('title', title), word('desc', sentence), word('metadata', record)];
  return { ...picture, children: [...words, ...picture.children] };
}

async function png(picture: Paint, record: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const height = Number(picture.attributes['height']);
  paintOn(canvas, picture, Math.min(SCALE, MOST_PIXELS / height));
  const file = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!file) throw new Error('this browser made no PNG of the canvas');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return new Blob([withText(bytes, 'Datakube', record)], { type: 'image/png' });
}

/** A place out of sight where the styles of charts hold, in light colours and from left to right. */
function stageIn(place: HTMLElement | DocumentFragment): HTMLElement {
  const stage = document.createElement('div');
  stage.className = 'stage';
  stage.setAttribute('aria-hidden', 'true');
  place.append(stage);
  return stage;
}

function penFor(family: string): MeasureText {
  const pen = document.createElement('canvas').getContext('2d');
  return (text, size, weight = 400) => {
    if (!pen) return text.length * size * 0.6;
    pen.font = `${weight} ${size}px ${family}`;
    return pen.measureText(text).width;
  };
}
