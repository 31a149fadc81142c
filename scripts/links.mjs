// Every relative link in the documentation leads somewhere: to a file, and to a heading where it names one.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './steps.mjs';

/** @returns {string[]} the links that lead nowhere, as `file: link` */
export function brokenLinks() {
  const pages = globSync(['*.md', 'llms.txt', 'docs/**/*.md', 'packages/*/README.md'], { cwd: root });
  return pages.flatMap((page) => {
    const links = [...withoutCode(page).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)[^)]*\)/g)];
    return links
      .map(([, link]) => link)
      .filter((link) => !leads(page, link))
      .map((link) => `${page}: ${link}`);
  });
}

function leads(page, link) {
  const [path, heading] = link.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, file))) return false;
  return heading === undefined || !file.endsWith('.md') || headingsOf(file).has(decodeURIComponent(heading));
}

/** Names of headings as they stand in addresses: small letters, words parted by hyphens, no signs. */
function headingsOf(file) {
  const headings = [...withoutCode(file).matchAll(/^#+ (.*)$/gm)].map(([, text]) => text);
  return new Set(
    headings.map((text) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}

function withoutCode(file) {
  return readFileSync(join(root, file), 'utf8').replace(/```[\s\S]*?```/g, '');
}
