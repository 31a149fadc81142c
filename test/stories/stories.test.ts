import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { chromium as findChromium, chromiumArguments } from '../../scripts/chromium.mjs';
import { serveFolder } from './static-files.ts';
import { openStoryPage, OTHERS } from './story-page.ts';
import { buildStorybook, storiesOf } from './storybook.ts';

/** All surroundings of all stories take many minutes. */
const thorough = process.env['DATAKUBE_THOROUGH'] !== undefined;
const folder = await buildStorybook();
const stories = await storiesOf(folder);
const server = await serveFolder(folder);
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
const page = await openStoryPage(browser, server.address);

describe('stories', () => {
  after(async () => {
    await browser.close();
    server.close();
  });

  it('has some', () => assert.ok(stories.length > 0));

  for (const { id, title, name, tags } of stories) {
    it(`${title}: ${name}`, async () => {
      const shown = await page.show(id, thorough ? OTHERS : []);
      // Where a request is to be refused, the browser says so in the console, and nothing else may.
      const complaints = shown.console.filter(
        (text) => !(tags.includes('refused') && text.startsWith('Failed to load resource')),
      );
      assert.deepEqual({ ...shown, console: complaints }, { failures: [], console: [], axe: [] });
    });
  }
});
