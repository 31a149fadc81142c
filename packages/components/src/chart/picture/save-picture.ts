import { formatRelease } from '../../localisation/format.ts';
import { saveFile } from '../../explorer/save-file.ts';
import { drawnMeasure } from '../chart-request.ts';
import { makePicture, type PictureFormat } from './make-picture.ts';
import type { PictureRequest } from './picture-parts.ts';

export type { PictureFormat } from './make-picture.ts';

/** Makes a picture and hands it to the browser's own download, named by cube, measure and release. */
export async function savePicture(
  format: PictureFormat,
  picture: PictureRequest,
  place: HTMLElement | DocumentFragment,
): Promise<void> {
  const { cellSet } = picture.request;
  const named = [cellSet.cube, drawnMeasure(picture.request), formatRelease(cellSet.release)].join('-');
  saveFile(await makePicture(format, picture, place), `${named}.${format}`);
}
