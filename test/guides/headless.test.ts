import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/guide/headless.md'), 'utf8');

/** Every example of the page, one after the other as a reader would type them. */
const code = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, block]) => block!).join('\n');

/** What the page says is printed: the comment at the end of each line that prints. */
const promised = [...code.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, words]) => words!);

describe('the guide to the core without a browser', () => {
  it('says of every line that prints what it prints', () => {
    assert.ok(promised.length > 8);
    assert.equal(promised.length, [...code.matchAll(/console\.log/g)].length);
  });

  it('runs as it stands, and prints what it says', () => {
    const printed = execFileSync(
      process.execPath,
      ['--conditions=datakube-source', '--input-type=module-typescript', '--eval', code],
      { cwd: root, encoding: 'utf8' },
    );
    assert.deepEqual(printed.trimEnd().split('\n'), promised);
  });

  it('names commands that there are, and every one', () => {
    const source = readFileSync(join(root, 'packages/components/src/state/command.ts'), 'utf8');
    const type = source.slice(
      source.indexOf('export type Command'),
      source.indexOf('/**\n * The state after'),
    );
    const there = [...type.matchAll(/readonly kind: '([\w-]+)'/g)].map(([, kind]) => kind!);
    const table = [...page.matchAll(/^\| (`.*?) +\|/gm)].flatMap(([, cell]) => [
      ...cell!.matchAll(/`([\w-]+)`/g),
    ]);
    const named = table.map(([, kind]) => kind!);
    assert.deepEqual(named.sort(), there.sort());
  });
});
