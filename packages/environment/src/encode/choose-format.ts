import { Format, FORMATS } from '@datakube/contract';
import { Refusal } from '../problem/refusal.ts';

/**
 * The format of the answer: what `?format=` says, else the media type the header `Accept` likes best.
 * JSON where it likes several alike.
 *
 * @throws Refusal `ERR_NOT_ACCEPTABLE` when the environment has none of them
 */
export function chooseFormat(asked: string | undefined, accept: string | undefined): Format {
  if (asked !== undefined) {
    const known = Format.safeParse(asked);
    if (known.success) return known.data;
    throw notAcceptable();
  }
  const ranges = (accept ?? '*/*').split(',').map(parseRange);
  let best: { format: Format; quality: number } | undefined;
  for (const [format, media] of Object.entries(FORMATS) as [Format, string][]) {
    const quality = qualityOf(media, ranges);
    if (quality > (best?.quality ?? 0)) best = { format, quality };
  }
  if (!best) throw notAcceptable();
  return best.format;
}

interface MediaRange {
  readonly range: string;
  readonly quality: number;
}

function parseRange(text: string): MediaRange {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return { range, quality: Number.isFinite(quality) ? quality : 0 };
}

/** The most specific range decides (RFC 9110, 12.5.1). */
function qualityOf(media: string, ranges: readonly MediaRange[]): number {
  const type = media.split('/')[0];
  for (const wanted of [media, `${type}/*`, '*/*']) {
    const match = ranges.find(({ range }) => range === wanted);
    if (match) return match.quality;
  }
  return 0;
}

function notAcceptable(): Refusal {
  const formats = Object.keys(FORMATS).join(', ');
  return new Refusal('ERR_NOT_ACCEPTABLE', {
    detail: { da: `Formater: ${formats}.`, en: `Formats: ${formats}.` },
  });
}
