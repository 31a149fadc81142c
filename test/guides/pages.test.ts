import assert from 'node:assert/strict';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pagesOfMap, writeLlms } from '../../scripts/llms.mjs';
import { root } from './code-blocks.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const pages = globSync(['*.md', 'docs/guide/*.md'], { cwd: root }).sort();

describe('pictures on the pages', () => {
  const shown = pages.flatMap((page) =>
    [...read(page).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words, file]) => ({
      words: words!,
      file: join(page, '..', file!).replaceAll('\\', '/'),
    })),
  );

  it('are there, small, said in words, and all used', () => {
    const there = globSync('docs/guide/pictures/*', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
    assert.deepEqual([...new Set(shown.map(({ file }) => file))].sort(), there.sort());
    for (const { file, words } of shown) {
      assert.ok(statSync(join(root, file)).size < 40_000, file);
      assert.ok(words.length > 20, file);
    }
  });
});

describe('the guide for analysts', () => {
  it('names what stands on the screen, in the words that stand there', () => {
    const texts = globSync('packages/components/src/**/*.texts.ts', { cwd: root }).map(read).join('\n');
    const named = [...read('docs/guide/analytiker.md').matchAll(/\*\*([^*]+)\*\*/g)].map(
      ([, words]) => words!,
    );
    assert.ok(named.length > 20);
    const ours = new Set(['fed']);
    assert.deepEqual(
      named.filter((words) => !ours.has(words) && !texts.includes(`'${words}'`)),
      [],
    );
  });
});

describe('the map for machines', () => {
  it('names every guide, every page of reference that is generated, and every package', () => {
    const wanted = globSync(
      ['docs/guide/*.md', 'docs/reference/{elements,charts,client}.md', 'packages/*/README.md'],
      { cwd: root },
    ).map((file) => file.replaceAll('\\', '/'));
    const named = pagesOfMap();
    assert.deepEqual(
      wanted.filter((page) => !named.includes(page)),
      [],
    );
    assert.ok(named.every((page) => existsSync(join(root, page))));
  });

  it('goes with the bundle, and all its pages in one text', () => {
    const folder = mkdtempSync(join(tmpdir(), 'datakube-llms-'));
    writeLlms(folder);
    const full = readFileSync(join(folder, 'llms-full.txt'), 'utf8');
    assert.ok(readFileSync(join(folder, 'llms.txt'), 'utf8').startsWith(read('llms.txt')));
    for (const page of pagesOfMap()) assert.ok(full.includes(read(page).trim()), page);
    rmSync(folder, { recursive: true });
  });
});
