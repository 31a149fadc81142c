import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import type { Browser } from 'playwright-core';
import { once } from '../stories/once.ts';
import type { StoryEntry } from '../stories/storybook.ts';
import { comparePictures } from './compare-pictures.ts';
import { fingerprintOf, whyNotHere } from './fingerprint.ts';
import { keepDifference, keptPicture } from './picture-files.ts';
import { WATCHED } from './settings.ts';
import { openCamera } from './take-picture.ts';

/** Makes the tests that some stories look as they did, where this machine draws text as the one that took the pictures. */
export async function picturesToWatch(
  browser: Browser,
  address: string,
  entries: readonly StoryEntry[],
): Promise<() => void> {
  const blank = await browser.newPage();
  const why = await whyNotHere(await fingerprintOf(browser, blank));
  await blank.close();
  const skip =
    why !== undefined && `this machine draws text in another way than that of the pictures: ${why}`;
  const camera = once(() => openCamera(browser, address));

  return () => {
    for (const id of WATCHED) {
      it(id, { skip }, async () => {
        const story = entries.find((entry) => entry.id === id);
        assert.ok(story, 'there is no such story');
        const taken = await (await camera()).take(story);
        const found = comparePictures(await readFile(keptPicture(id)), taken);
        if (found.kind === 'same') return;
        const file = await keepDifference(id, found, taken);
        assert.fail(`${found.text}: ${file}. Where it is meant: npm run pictures -- --accept`);
      });
    }
  };
}
