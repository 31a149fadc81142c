import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { compileScript, parse } from 'vue/compiler-sfc';
import { brokenLinks } from '../../scripts/links.mjs';
import { elementFiles } from '../../scripts/scaffold/element.mjs';
import { type CodeBlock, codeBlocks, knownElements, root } from './code-blocks.ts';
import { complaintsAbout } from './type-check.ts';

const blocks = codeBlocks();
const of = (...kinds: string[]): CodeBlock[] => blocks.filter(({ kind }) => kinds.includes(kind));
const { attributes, parts, tokens } = knownElements();

/** What examples use without saying where they have it from: the rest of their reader's page. */
const AROUND: Readonly<Record<string, string>> = {
  portal:
    'declare const portal: { session: { ends: Date }; extendSession(): Promise<Date>; token(): Promise<string> };',
  client: "declare const client: import('@datakube/client').DatakubeClient;",
  cells: "declare const cells: import('@datakube/client').CellSet;",
  cellSet: "declare const cellSet: import('@datakube/client').CellSet;",
  personsByDisease: "declare const personsByDisease: import('@datakube/client').CellSet;",
  query: "declare const query: import('@datakube/client').Query;",
  cube: "declare const cube: import('@datakube/contract').Cube;",
  element: 'declare const element: HTMLElement;',
  caption: 'declare const caption: HTMLElement;',
  cell: 'declare const cell: HTMLElement;',
  offer: 'declare const offer: (ways: unknown) => void;',
  release: "declare const release: import('@datakube/disclosure').RawRelease;",
  policy: "declare const policy: import('@datakube/contract').SuppressPolicy;",
  seed: 'declare const seed: Uint8Array;',
  key: "declare const key: import('@datakube/disclosure').SealKey;",
};

/** The reference of a package shows its functions without importing them: each has a heading of its own. */
function fromItsPackage(page: string): Map<string, string> {
  const [, name] = /^docs\/reference\/(charts|client)\.md$/.exec(page) ?? [];
  if (!name) return new Map();
  const headings = [...readFileSync(join(root, page), 'utf8').matchAll(/^###? (\w+)$/gm)];
  return new Map(
    headings.map(([, of]) => [
      of!,
      `import { ${of === 'Query' ? 'type ' : ''}${of} } from '@datakube/${name}';`,
    ]),
  );
}

function asFile({ page, kind, code }: CodeBlock, at: number): [string, string] {
  const around = new Map([...Object.entries(AROUND), ...fromItsPackage(page)]);
  const missing = [...around].filter(
    ([name]) =>
      new RegExp(`(?<![.\\w'-])${name}\\b(?!['-])`).test(code) &&
      !new RegExp(`import [^;]*\\b${name}\\b[^;]*from|(?:const|let) (?:\\{[^}=]*)?\\b${name}\\b`).test(code),
  );
  const types = "import type {} from '@datakube/components';";
  // A page knows that the element it looks for is there.
  const sure = code.replace(/querySelector\('[^']+'\)(?=[.;])/g, '$&!');
  const text = [types, ...missing.map(([, line]) => line), sure, 'export {};'].join('\n');
  const name = `${page.replace(/\W+/g, '-')}-${at}.${kind === 'tsx' ? 'tsx' : 'ts'}`;
  return [name, text];
}

describe('code on the pages of the documentation', () => {
  it('compiles, and so does a new element as the scaffold makes it', () => {
    // The page about the core goes on from block to block, and is run by its own test.
    const scripts = of('js', 'ts', 'tsx').filter(({ page }) => page !== 'docs/guide/headless.md');
    assert.ok(scripts.length > 20, String(scripts.length));
    const files = new Map([...scripts.map(asFile), ...Object.entries(elementFiles('source-list'))]);
    assert.equal(complaintsAbout('documentation', files), '');
  });

  it('has Vue that its compiler takes', () => {
    for (const { code, page } of of('vue')) {
      const { descriptor, errors } = parse(code);
      assert.deepEqual(errors, [], page);
      const compilerOptions = { isCustomElement: (tag: string) => tag.startsWith('datakube-') };
      const { content } = compileScript(descriptor, {
        id: page,
        inlineTemplate: true,
        templateOptions: { compilerOptions },
      });
      // What the template uses and the script does not have is looked for when it is drawn, and not found.
      assert.doesNotMatch(content, /_ctx\./, page);
    }
  });

  it('names elements, attributes, parts and tokens that there are', () => {
    const unknown = of('html', 'css', 'vue', 'tsx').flatMap(({ code, page }) => {
      const tags = [...code.matchAll(/<(datakube-[\w-]+)([^>]*)>/g)];
      const wrong = tags.flatMap(([, tag, rest]) => {
        const known = attributes.get(tag!);
        if (!known) return [tag!];
        const written = [
          ...rest!.replace(/"[^"]*"|\{[\s\S]*?\}\}?/g, '').matchAll(/(?<=\s)([a-z][\w-]*)(?=[\s=]|$)/g),
        ];
        const own = /^(id|class|lang|style|hidden|slot|data-|on|getToken$)/;
        return written.map(([, name]) => name!).filter((name) => !known.has(name) && !own.test(name));
      });
      const styled = [...code.matchAll(/(datakube-[\w-]+)::part\(([\w-]+)\)/g)]
        .filter(([, tag, part]) => !parts.get(tag!)?.has(part!))
        .map(([text]) => text);
      const set = [...code.matchAll(/--datakube-[\w-]+/g)]
        .map(([name]) => name)
        .filter((name) => !tokens.has(name));
      return [...wrong, ...styled, ...set].map((name) => `${page}: ${name}`);
    });
    assert.deepEqual(unknown, []);
  });

  it('has commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = of('sh').flatMap(({ code }) => [
      ...code.matchAll(/\bnpm (?:run (?:--silent )?)?(start|test|[a-z-]+)/g),
    ]);
    const own = named.filter(([text]) => /^npm (run|start|test)/.test(text)).map(([, name]) => name!);
    assert.ok(own.length > 10);
    assert.deepEqual(
      [...new Set(own)].filter((name) => !(name in scripts)),
      [],
    );
  });

  it('installs packages that there are, and imports what they export', () => {
    const manifests = globSync('packages/*/package.json', { cwd: root }).map(
      (file) =>
        JSON.parse(readFileSync(join(root, file), 'utf8')) as {
          name: string;
          exports: Record<string, unknown>;
        },
    );
    const entries = manifests.flatMap(({ name, exports }) =>
      Object.keys(exports).map((entry) => name + entry.slice(1)),
    );
    const wanted = blocks.flatMap(({ code }) => [...code.matchAll(/@datakube\/[a-z]+(?:\/[\w-]+)?/g)]);
    assert.deepEqual(
      [...new Set(wanted.map(([name]) => name))].filter((name) => !entries.includes(name)),
      [],
    );
  });

  it('has JSON that can be read', () => {
    for (const { code } of of('json').filter(({ page }) => page !== 'docs/guide/cube-definition.md'))
      JSON.parse(code);
    // There they are parts of a definition, without the braces around them.
    for (const { code } of of('json').filter(({ page }) => page === 'docs/guide/cube-definition.md'))
      JSON.parse(`{${code}}`);
  });

  it('is on pages whose links lead somewhere', () => assert.deepEqual(brokenLinks(), []));
});
