import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { chromium as findChromium } from '../../scripts/chromium.mjs';
import { pictureArguments } from '../pictures/settings.ts';
import { picturesToWatch } from '../pictures/watched-pictures.ts';
import { watchLeaks } from './leaks.ts';
import { once } from './once.ts';
import { serveFolder } from './static-files.ts';
import { openStoryPage, type StoryFaults } from './story-page.ts';
import { buildStorybook, entriesOf, type StoryEntry } from './storybook.ts';
import { OTHERS } from './surroundings.ts';

/** All surroundings of all stories take many minutes. */
const thorough = process.env['DATAKUBE_THOROUGH'] !== undefined;
const folder = await buildStorybook();
const entries = await entriesOf(folder);
const stories = entries.filter(({ type }) => type === 'story');
const server = await serveFolder(folder);
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: [...pictureArguments],
});

/** Where a request is to fail, the browser says so in the console, and nothing else may. */
function unexpected(shown: StoryFaults, { tags }: StoryEntry): StoryFaults {
  const meant = (text: string): boolean =>
    tags.includes('failing-requests') && text.startsWith('Failed to load resource');
  return { ...shown, console: shown.console.filter((text) => !meant(text)) };
}

after(async () => {
  await browser.close();
  server.close();
});

const none = { failures: [], console: [], axe: [] };

/** Those with most to tell, where not all are read. */
const READ: ReadonlySet<string> = new Set(['Elements/Chart', 'Elements/Explorer']);

const pictures = await picturesToWatch(browser, server.address, entries);

// Two pages at once. One makes the environment behind its stories, once, which takes about as long as all else.
describe('Storybook', { concurrency: 2 }, () => {
  describe('with an environment', { concurrency: 1 }, () => show(true));
  describe('without an environment', { concurrency: 1 }, () => {
    show(false);
    describe('documentation of the elements', read);
    describe('leaks', () => watchLeaks(browser, server.address, stories, thorough));
    describe('pictures', pictures);
  });
});

function show(environment: boolean): void {
  const page = once(() => openStoryPage(browser, server.address));
  const shown = stories.filter(({ tags }) => tags.includes('environment') === environment);
  it('has some', () => assert.ok(shown.length > 0));
  for (const story of shown) {
    it(`${story.title}: ${story.name}`, async () => {
      const faults = await (await page()).show(story, thorough ? OTHERS : []);
      assert.deepEqual(unexpected(faults, story), none);
    });
  }
}

function read(): void {
  const page = once(() => openStoryPage(browser, server.address));
  const pages = entries.filter(({ type, title }) => type === 'docs' && title.startsWith('Elements/'));
  for (const docs of pages.filter(({ title }) => thorough || READ.has(title))) {
    it(docs.title, async () => {
      const { faults, rows } = await (await page()).read(docs);
      assert.deepEqual(faults, none);
      assert.ok(rows > 3, `${rows} properties, events and parts`);
    });
  }
}
