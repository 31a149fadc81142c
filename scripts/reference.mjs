// The reference of elements, charts and client: made from the source, committed, and checked to be what the source says.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { manifestFile, writeManifestIfStale } from './manifest.mjs';
import { chartsEntry, chartsPage } from './reference/charts.mjs';
import { clientEntries, clientPage } from './reference/client.mjs';
import { elementsPage } from './reference/elements.mjs';
import { readTypes } from './reference/types.mjs';
import { root } from './steps.mjs';

const folder = join(root, 'docs', 'reference');

/** @returns {Promise<Record<string, string>>} the pages by file name, as they should be */
export async function referencePages() {
  await writeManifestIfStale();
  const types = readTypes([chartsEntry, ...clientEntries]);
  const pages = {
    'elements.md': elementsPage(JSON.parse(readFileSync(manifestFile, 'utf8'))),
    'charts.md': chartsPage(types),
    'client.md': clientPage(types),
  };
  const style = await resolveConfig(join(folder, 'charts.md'));
  for (const [name, text] of Object.entries(pages)) {
    pages[name] = await format(text, { ...style, parser: 'markdown' });
  }
  return pages;
}

/** Writes the pages. */
export async function writeReference() {
  for (const [name, text] of Object.entries(await referencePages())) writeFileSync(join(folder, name), text);
}

/** Pages that are not what the source says. `npm run fix` writes them anew. */
export async function staleReference() {
  return Object.entries(await referencePages())
    .filter(([name, text]) => written(name) !== text)
    .map(([name]) => `docs/reference/${name}`);
}

function written(name) {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return '';
  }
}
