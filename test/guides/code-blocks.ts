import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A block of code on a page. */
export interface CodeBlock {
  readonly page: string;
  /** `ts`, `html`, `sh`, as the page says. */
  readonly kind: string;
  readonly code: string;
}

/** Every block of code on the pages that people and machines are sent to. */
export function codeBlocks(): CodeBlock[] {
  const pages = globSync(['*.md', 'docs/guide/*.md', 'docs/reference/*.md', 'packages/*/README.md'], {
    cwd: root,
  }).sort();
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)];
    return blocks.map(([, kind, code]) => ({ page: page.replaceAll('\\', '/'), kind: kind!, code: code! }));
  });
}

/** What the reference says there is, by element: attributes and parts; and all tokens. */
export function knownElements(): {
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly parts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly events: ReadonlySet<string>;
  readonly tokens: ReadonlySet<string>;
} {
  const page = readFileSync(join(root, 'docs/reference/elements.md'), 'utf8');
  const sections = page.split(/^## /m).filter((section) => section.startsWith('datakube-'));
  const rows = (section: string, heading: string): string[][] => {
    const [, rest = ''] = section.split(`### ${heading}\n`);
    const [table = ''] = rest.split('\n### ');
    const lines = table.split('\n').filter((line) => /^\| +`/.test(line));
    return lines.map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('`', '')));
  };
  const by = (heading: string, column: number): Map<string, Set<string>> =>
    new Map(
      sections.map((section) => [
        /^\S+/.exec(section)![0],
        new Set(rows(section, heading).flatMap((row) => row[column] || [])),
      ]),
    );
  return {
    attributes: by('Attributes and properties', 2),
    parts: by('Parts', 1),
    events: new Set([...by('Events', 1).values()].flatMap((names) => [...names])),
    tokens: new Set([...page.matchAll(/`(--datakube-[\w-]+)`/g)].map(([, name]) => name!)),
  };
}
