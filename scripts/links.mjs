// Every relative link in the documentation leads somewhere.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './steps.mjs';

/** @returns {string[]} the links that lead nowhere, as `file: link` */
export function brokenLinks() {
  const pages = globSync(['*.md', 'llms.txt', 'docs/**/*.md', 'packages/*/README.md'], { cwd: root });
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8').replace(/```[\s\S]*?```/g, '');
    return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
      .filter(([, link]) => !existsSync(join(root, dirname(page), link)))
      .map(([, link]) => `${page}: ${link}`);
  });
}
