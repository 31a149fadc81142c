import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${root}docs/reference/pains.md`, 'utf8');
const lines = page.split('\n').filter((line) => /^\| \d+ /.test(line));

describe('the page of pains', () => {
  it('has fifteen', () => assert.equal(lines.length, 15));

  for (const line of lines) {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, title, path] = /“(.+?)” `(.+?)`/.exec(cells.at(-2) ?? '') ?? [];
    it(`${cells[1]}: names a test that exists`, () => {
      assert.ok(title && path, line);
      assert.ok(readFileSync(`${root}${path}`, 'utf8').includes(title), `${path} has no “${title}”`);
    });
  }
});
