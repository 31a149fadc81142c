import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { StoryEntry } from '../stories/storybook.ts';
import { pictureFolder } from './picture-files.ts';

/** How many pictures stand on one sheet. */
const ON_A_SHEET = 24;

/** Writes all pictures on one page, `index.html`, and as sheets to look at without a browser. Returns the sheets. */
export async function writeContactSheet(page: Page, stories: readonly StoryEntry[]): Promise<string[]> {
  await writeFile(`${pictureFolder}index.html`, sheet(stories));
  const sheets: string[] = [];
  await page.setViewportSize({ width: 1960, height: 400 });
  for (let from = 0; from < stories.length; from += ON_A_SHEET) {
    const file = `${pictureFolder}sheet-${String(sheets.length + 1).padStart(2, '0')}`;
    await writeFile(`${file}.html`, sheet(stories.slice(from, from + ON_A_SHEET)));
    await page.goto(pathToFileURL(`${file}.html`).href, { waitUntil: 'load' });
    await page.screenshot({ path: `${file}.png`, fullPage: true });
    sheets.push(`${file}.png`);
  }
  return sheets;
}

function sheet(stories: readonly StoryEntry[]): string {
  const figures = stories.map(
    ({ id, title, name }) =>
      `<figure><figcaption>${title}: ${name}</figcaption><a href="${id}.png"><img src="${id}.png" alt=""></a></figure>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stories</title>
<style>
body { margin: 12px; font: 14px/1.4 'Liberation Sans', Arial, sans-serif; columns: 4 420px; column-gap: 12px; }
figure { margin: 0 0 12px; break-inside: avoid; border: 1px solid #888; background: #eee; }
figcaption { padding: 2px 6px; }
img { display: block; max-width: 100%; margin: auto; }
</style>
${figures.join('\n')}
</html>
`;
}
