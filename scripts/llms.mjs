// The documentation for machines, beside the bundle: llms.txt, the map, and llms-full.txt, every page it names.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.mjs';

/** Pages that the map names, in its order. */
export function pagesOfMap() {
  const map = readFileSync(join(root, 'llms.txt'), 'utf8');
  return [...map.matchAll(/\]\(([^)]+\.md)\)/g)].map(([, page]) => page);
}

/** Writes both into a folder. */
export function writeLlms(folder) {
  const map = readFileSync(join(root, 'llms.txt'), 'utf8');
  const pages = pagesOfMap().map(
    (page) => `<!-- ${page} -->\n\n${readFileSync(join(root, page), 'utf8').trim()}\n`,
  );
  writeFileSync(
    join(folder, 'llms.txt'),
    `${map}\nAll of these pages in one text: llms-full.txt, beside this file.\n`,
  );
  writeFileSync(join(folder, 'llms-full.txt'), [map, ...pages].join('\n'));
}
