import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/guide/embed.md'), 'utf8');
const source = globSync('packages/components/src/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** What a page has around the examples: the elements' types, and a portal with a session of its own. */
const AROUND = `import type {} from '@datakube/components';
declare const portal: { session: { ends: Date }; extendSession(): Promise<Date> };
export {};
`;

/** Scripts of the page as files, by made-up names that are nowhere on disk. */
const files = new Map(
  [...page.matchAll(/^```(js|ts|tsx)\n([\s\S]*?)^```$/gm)].map(([, kind, code], at): [string, string] => [
    join(root, 'test/guides', `embed-example-${at}.${kind === 'tsx' ? 'tsx' : 'ts'}`),
    AROUND + code,
  ]),
);

describe('the guide to embedding', () => {
  it('has examples that compile', () => {
    const { options } = ts.parseJsonConfigFileContent(
      ts.readConfigFile(join(root, 'tsconfig.tests.json'), ts.sys.readFile).config,
      ts.sys,
      root,
    );
    const settings: ts.CompilerOptions = {
      ...options,
      jsx: ts.JsxEmit.ReactJSX,
      types: [],
      // A portal knows that its own page has the element it looks for.
      strictNullChecks: false,
      exactOptionalPropertyTypes: false,
      noUnusedLocals: false,
      noUnusedParameters: false,
    };
    const host = ts.createCompilerHost(settings);
    const { getSourceFile, fileExists, readFile } = host;
    host.fileExists = (name) => files.has(name) || fileExists(name);
    host.readFile = (name) => files.get(name) ?? readFile(name);
    host.getSourceFile = (name, ...rest) => {
      const text = files.get(name);
      return text === undefined ? getSourceFile(name, ...rest) : ts.createSourceFile(name, text, rest[0]);
    };
    const program = ts.createProgram([...files.keys()], settings, host);
    const faults = [...files.keys()].flatMap((name) => {
      const file = program.getSourceFile(name);
      return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    });
    assert.ok(files.size >= 6, String(files.size));
    assert.deepEqual(
      faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
      [],
    );
  });

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
