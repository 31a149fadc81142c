// npm run guide-pictures: the pictures of docs/guide, taken from the stories. What they show is synthetic.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { serveFolder } from '../../test/stories/static-files.ts';
import { openStoryPage } from '../../test/stories/story-page.ts';
import { buildStorybook, entriesOf } from '../../test/stories/storybook.ts';
import { chromium, chromiumArguments } from '../chromium.mjs';
import { indexedPng } from '../indexed-png.mjs';
import { root } from '../steps.mjs';

/** File, story, and how much of the page: from the top left, in CSS pixels. */
const PICTURES = [
  { name: 'tabel', title: 'Elements/Explorer', story: 'Default', width: 1040, height: 620 },
  {
    name: 'filter',
    title: 'Elements/Explorer parts',
    story: 'Filter By Tree',
    width: 1040,
    height: 640,
  },
  { name: 'skjult', title: 'Elements/Pivot table', story: 'Explained', width: 760, height: 580 },
  { name: 'diagram', title: 'Charts/Bar', story: 'Default', width: 760, height: 560 },
  { name: 'taster', title: 'Elements/Pivot table', story: 'Key Help', width: 760, height: 620 },
];

// --built takes the stories as they were built last.
const given = process.argv.slice(2);
const only = given.filter((name) => name !== '--built');
const folder = join(root, 'docs', 'guide', 'pictures');
mkdirSync(folder, { recursive: true });
const built = given.includes('--built') ? join(root, 'build', 'storybook') : await buildStorybook();
const entries = await entriesOf(built);
const server = await serveFolder(built);
const browser = await playwright.launch({ executablePath: await chromium(), args: chromiumArguments });
try {
  const stories = await openStoryPage(browser, server.address);
  for (const { name, title, story, width, height } of PICTURES) {
    if (only.length > 0 && !only.includes(name)) continue;
    const entry = entries.find(
      (each) => each.title === title && each.name === story && each.type === 'story',
    );
    if (!entry) throw new Error(`There is no story ${title}: ${story}`);
    await stories.page.setViewportSize({ width, height });
    const faults = await stories.open(entry);
    if (faults.length > 0) throw new Error(`${title}: ${story}: ${faults.join('; ')}`);
    await stories.page.waitForTimeout(500);
    const file = join(folder, `${name}.png`);
    writeFileSync(file, indexedPng(await stories.page.screenshot({ animations: 'disabled' })));
    process.stdout.write(`${name}.png ${(statSync(file).size / 1000).toFixed(1)} kB\n`);
  }
} finally {
  await browser.close();
  server.close();
}
