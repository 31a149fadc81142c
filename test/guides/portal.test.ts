import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/guide/portal.md'), 'utf8');
const source = globSync('packages/components/src/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

describe('the guide for portals', () => {
  it('names every event there is, and no other', () => {
    const there = source
      .flatMap(({ text }) => [...text.matchAll(/eventName = '(datakube-[\w-]+)'/g)])
      .map(([, name]) => name!);
    const table = page.slice(page.indexOf('| event'), page.indexOf('Events are fired'));
    const named = [...table.matchAll(/`(datakube-[\w-]+)`/g)].map(([, name]) => name!);
    assert.ok(there.length > 5);
    assert.deepEqual([...new Set(named)].sort(), there.sort());
  });

  it('names every part there is, and no other', () => {
    const there = source.flatMap(({ file, text }) => {
      const parts = [...text.matchAll(/@csspart ([\w-]+)/g)].map(([, part]) => part!);
      const element = /'(datakube-[\w-]+)': Datakube/.exec(text)?.[1];
      assert.ok(parts.length === 0 || element, file);
      return parts.map((part) => `${element}::part(${part})`);
    });
    const named = [...page.matchAll(/^\| `(datakube-[\w-]+)` +\| (`.*?) +\|$/gm)].flatMap(
      ([, element, parts]) =>
        [...parts!.matchAll(/`([\w-]+)`/g)].map(([, part]) => `${element}::part(${part})`),
    );
    assert.ok(there.length > 10);
    assert.deepEqual(named.filter((name) => /::part/.test(name)).sort(), there.sort());
  });
});
