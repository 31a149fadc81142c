import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { staleReference } from '../../scripts/reference.mjs';
import { root } from './code-blocks.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('the reference', () => {
  it('is what the source says: `npm run fix` writes it anew', async () => {
    assert.deepEqual(await staleReference(), []);
  });

  it('has every element that a page names, with an example and no property without words', () => {
    const page = read('docs/reference/elements.md');
    const exported = [...read('packages/components/src/index.ts').matchAll(/export \{ Datakube(\w+) \}/g)];
    const named = exported
      .filter(([, name]) => !name!.endsWith('Event'))
      .map(([, name]) => `datakube-${name!.replace(/\B[A-Z]/g, '-$&').toLowerCase()}`);
    const sections = page.split(/^## /m).filter((section) => section.startsWith('datakube-'));
    assert.deepEqual(
      sections.map((section) => /^\S+/.exec(section)![0]),
      named.sort(),
    );
    for (const section of sections) assert.match(section, /```(ts|html)\n/, section.slice(0, 40));
    assert.doesNotMatch(page, /^\| .* \| +\|$/m);
  });

  it('has every chart that can be drawn', () => {
    const kinds = [...read('packages/charts/src/load-chart.ts').matchAll(/\.(\w+Chart|\w+Map|sparkline)\b/g)];
    const page = read('docs/reference/charts.md');
    const missing = kinds.map(([, name]) => name!).filter((name) => !page.includes(`\n## ${name}\n`));
    assert.deepEqual(missing, []);
    assert.ok(kinds.length >= 2);
  });
});
