import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { chromium as findChromium, chromiumArguments } from '../../scripts/chromium.mjs';
import { serveFolder } from './static-files.ts';
import { showStory } from './story-page.ts';
import { buildStorybook, storiesOf } from './storybook.ts';

const folder = await buildStorybook();
const stories = await storiesOf(folder);
const server = await serveFolder(folder);
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });

describe('stories', { concurrency: 3 }, () => {
  after(async () => {
    await browser.close();
    server.close();
  });

  it('has some', () => assert.ok(stories.length > 0));

  for (const { id, title, name } of stories) {
    it(`${title}: ${name}`, async () => {
      assert.deepEqual(await showStory(browser, server.address, id), { failures: [], console: [], axe: [] });
    });
  }
});
