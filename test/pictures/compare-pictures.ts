import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** A colour may be off by this much of the way from black to white before it counts as another (pixelmatch's own measure). */
const COLOUR = 0.15;

/** As many pixels may be of another colour: the edges of a few letters. */
const PIXELS = 40;

/** How two pictures differ. */
export type Difference =
  | { readonly kind: 'same' }
  | { readonly kind: 'size'; readonly text: string }
  | { readonly kind: 'pixels'; readonly text: string; readonly picture: Buffer };

/** Compares a picture with the one that is kept. */
export function comparePictures(kept: Buffer, taken: Buffer): Difference {
  const before = PNG.sync.read(kept);
  const now = PNG.sync.read(taken);
  const { width, height } = before;
  if (width !== now.width || height !== now.height) {
    return { kind: 'size', text: `${width} × ${height} was, ${now.width} × ${now.height} is` };
  }
  const shown = new PNG({ width, height });
  const differing = pixelmatch(before.data, now.data, shown.data, width, height, { threshold: COLOUR });
  if (differing <= PIXELS) return { kind: 'same' };
  return { kind: 'pixels', text: `${differing} pixels differ`, picture: PNG.sync.write(shown) };
}
