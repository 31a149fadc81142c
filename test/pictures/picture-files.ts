import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Difference } from './compare-pictures.ts';

/** Where pictures are put that are taken for looking at, and what differs in them. */
export const pictureFolder = fileURLToPath(new URL('../../build/pictures/', import.meta.url));

/** The picture of a story that is kept in the repository. */
export function keptPicture(id: string): string {
  return fileURLToPath(new URL(`./${id}.png`, import.meta.url));
}

/** Writes what differs, for somebody to look at. Where the size does, that is the picture taken. */
export async function keepDifference(id: string, found: Difference, taken: Buffer): Promise<string> {
  await mkdir(`${pictureFolder}differences`, { recursive: true });
  await writeFile(`${pictureFolder}differences/${id}.png`, found.kind === 'pixels' ? found.picture : taken);
  return `build/pictures/differences/${id}.png`;
}
