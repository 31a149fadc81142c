import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { chromium as findChromium } from '../../scripts/chromium.mjs';
import { indexedPng } from '../../scripts/indexed-png.mjs';
import { serveFolder } from '../stories/static-files.ts';
import { buildStorybook, entriesOf } from '../stories/storybook.ts';
import { acceptDrawings } from './chart-drawings.ts';
import { comparePictures } from './compare-pictures.ts';
import { writeContactSheet } from './contact-sheet.ts';
import { fingerprintFile, fingerprintOf, whyNotHere } from './fingerprint.ts';
import { keepDifference, keptPicture, pictureFolder } from './picture-files.ts';
import { KEPT, pictureArguments } from './settings.ts';

import { openCamera } from './take-picture.ts';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/**
 * Takes a picture of every story, puts them on a sheet, and compares those that are kept. Resolves to how many
 * differ or cannot be taken.
 *
 * @param accept writes what is kept anew, instead of comparing
 * @param only stories whose id holds it; all where empty
 */
export async function takeAllPictures(accept: boolean, only: string): Promise<number> {
  const folder = await buildStorybook();
  const stories = (await entriesOf(folder)).filter(({ type, id }) => type === 'story' && id.includes(only));
  const server = await serveFolder(folder);
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...pictureArguments],
  });
  try {
    const camera = await openCamera(browser, server.address);
    const here = await fingerprintOf(browser, camera.page);
    const why = accept ? undefined : await whyNotHere(here);
    if (why) say(`Nothing is compared: this machine draws text in another way (${why}).`);
    if (only === '') await rm(pictureFolder, { recursive: true, force: true });
    await mkdir(pictureFolder, { recursive: true });
    let faults = 0;
    const shown = [];
    for (const story of stories) {
      try {
        const taken = await camera.take(story);
        await writeFile(`${pictureFolder}${story.id}.png`, taken);
        shown.push(story);
        if (!KEPT.has(story.id)) continue;
        if (accept) await writeFile(keptPicture(story.id), indexedPng(taken));
        else if (!why && !(await isSame(story.id, taken))) faults++;
      } catch (error) {
        faults++;
        say(`FAIL ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    if (accept) {
      await writeFile(fingerprintFile, `${JSON.stringify(here, null, 2)}\n`);
      await acceptDrawings();
      say(`Kept: ${Math.round((await sizeOfKept()) / 1000)} kB of pictures`);
    }
    const sheets = await writeContactSheet(camera.page, shown);
    say(`${shown.length} pictures: build/pictures/index.html and ${sheets.length} sheets beside it`);
    return faults;
  } finally {
    await browser.close();
    server.close();
  }
}

async function isSame(id: string, taken: Buffer): Promise<boolean> {
  const found = comparePictures(await readFile(keptPicture(id)), taken);
  if (found.kind === 'same') return true;
  say(`FAIL ${id}: ${found.text}: ${await keepDifference(id, found, taken)}`);
  return false;
}

async function sizeOfKept(): Promise<number> {
  const sizes = await Promise.all(
    [...KEPT].map((id) =>
      stat(keptPicture(id)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
