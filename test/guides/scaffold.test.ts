import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { check, resolveConfig } from 'prettier';
import { elementFiles, nextSteps, writeElement } from '../../scripts/scaffold/element.mjs';
import { root } from './code-blocks.ts';

const files = elementFiles('source-list');

// That they compile is seen where the code of the documentation does.
describe('a new element from the scaffold', () => {
  const folder = mkdtempSync(join(tmpdir(), 'datakube-scaffold-'));
  after(() => rmSync(folder, { recursive: true }));

  it('is formatted', async () => {
    for (const [path, text] of Object.entries(files)) {
      const style = await resolveConfig(join(root, path));
      assert.ok(await check(text, { ...style, filepath: path }), path);
    }
  });

  it('is what lint asks for', async () => {
    const overrideConfig = {
      languageOptions: { parserOptions: { projectService: false } },
      // Those that ask for types, which are of files on disk alone.
      rules: {
        '@typescript-eslint/no-floating-promises': 'off',
        '@typescript-eslint/switch-exhaustiveness-check': 'off',
      },
    } as const;
    const eslint = new ESLint({ cwd: root, overrideConfig: [overrideConfig] });
    for (const [path, text] of Object.entries(files)) {
      const [result] = await eslint.lintText(text, { filePath: join(root, path) });
      assert.deepEqual(result!.messages, [], path);
    }
  });

  it('is written once, and never over something', () => {
    assert.deepEqual(writeElement('source-list', folder), Object.keys(files));
    const [first] = Object.keys(files);
    assert.equal(readFileSync(join(folder, first!), 'utf8'), files[first!]);
    assert.throws(() => writeElement('source-list', folder), /is there already/);
  });

  it('has a name that an element can have', () => {
    for (const name of ['SourceList', 'source_list', 'datakube-source', '-source', 'source-', '1-source', ''])
      assert.throws(() => elementFiles(name), /is no name/, name);
  });

  it('is public by steps that name places there are', () => {
    const places = nextSteps('source-list').flatMap((step) => /^(packages\/\S+):/.exec(step)?.[1] ?? []);
    assert.ok(places.length > 3);
    for (const place of places.flatMap((path) => (path.includes('{') ? [] : [path])))
      readFileSync(join(root, place));
  });
});
