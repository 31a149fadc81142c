import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { fill, type Texts, wording } from './texts.ts';

const source = fileURLToPath(new URL('..', import.meta.url));
const files = globSync('**/*.texts.ts', { cwd: source }).sort();
const all: Record<string, Texts<string>> = {};
for (const file of files) {
  all[file] = ((await import(new URL(`../${file}`, import.meta.url).href)) as { texts: Texts<string> }).texts;
}

/** What is written anywhere but in the texts themselves: where a text is used, its name is. */
const code = [source, fileURLToPath(new URL('../../../contract/src/', import.meta.url))]
  .flatMap((folder) => globSync('**/*.ts', { cwd: folder }).map((file) => `${folder}${file}`))
  .filter((file) => !/\.(texts|test)\.ts$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** As a property, as a string, taken out of an object, or made of a value and a beginning or an end: `mark_${mark}`. */
function isUsed(key: string): boolean {
  const beginnings = [...key.matchAll(/_/g)].map(({ index }) => key.slice(0, index + 1));
  const [, end = ''] = /([A-Z][a-z]+)$/.exec(key) ?? [];
  return (
    new RegExp(`(\\.|['"\`]|[{,]\\s*)${key}\\b`).test(code) ||
    beginnings.some((beginning) => code.includes(`${beginning}\${`)) ||
    (end !== '' && code.includes(`}${end}\``))
  );
}

/** The same in both languages, and rightly so: a name, a word that both have, what stands on a key. */
const SHARED = new Set([
  'Datakube: {name}',
  'Filter',
  'Filter: {name}',
  'Fold',
  '{count} decimal',
  'Ctrl',
  'Alt',
  'Enter',
  'Home',
  'Page Up',
  'Page Down',
  'End',
  'Esc',
  'Tab',
  'Link',
  'Excel',
  'Parquet',
  'Arrow',
  'JSON',
  'JSON-stat 2.0',
  'SDMX-CSV 2.0',
  'PNG',
  'SVG',
]);

/** Signs, marks in brackets and placeholders are of no language. */
const isWordless = (text: string): boolean => !/\p{L}/u.test(text.replace(/\{\w+\}|\[\w\]/g, ''));

const placeholders = (text: string): string[] => (text.match(/\{\w*\}?/g) ?? []).sort();

for (const [element, { da, en }] of Object.entries(all)) {
  const pairs = Object.entries(da).map(([key, text]) => ({ key, text, translated: en[key] ?? '' }));

  describe(`texts of ${element}`, () => {
    it('have the same names in both languages', () => {
      assert.deepEqual(Object.keys(da).sort(), Object.keys(en).sort());
    });

    it('are all used', () => {
      assert.deepEqual(
        pairs.map(({ key }) => key).filter((key) => !isUsed(key)),
        [],
      );
    });

    it('say something in both, and not the same words', () => {
      for (const { key, text, translated } of pairs) {
        assert.ok(text.trim() !== '' && translated.trim() !== '', key);
        if (!SHARED.has(text) && !isWordless(text)) assert.notEqual(text, translated, key);
      }
    });

    it('have the same placeholders in both', () => {
      for (const { key, text, translated } of pairs) {
        assert.deepEqual(placeholders(translated), placeholders(text), key);
        for (const placeholder of placeholders(text)) assert.match(placeholder, /^\{[a-z]+\}$/, key);
      }
    });

    it('end alike and are typed with care', () => {
      for (const { key, text, translated } of pairs) {
        assert.equal(/[.…:]$/.exec(translated)?.[0], /[.…:]$/.exec(text)?.[0], key);
        assert.doesNotMatch(`${text}\n${translated}`, / {2}|\.{3}/, key);
      }
    });

    it('hold no word of the other language', () => {
      for (const { key, text, translated } of pairs) {
        assert.doesNotMatch(translated, /[æø]|å\p{L}|\p{L}å|(?<!\p{L})(og|ikke|af|til|er)(?!\p{L})/iu, key);
        assert.doesNotMatch(text, /(?<!\p{L})(the|and|of|is|not)(?!\p{L})/iu, key);
      }
    });
  });
}

describe('the names of texts', () => {
  it('are those of their elements, each its own', () => {
    // The explanation of hidden values has none: what it says is the same on every page.
    const named = files.filter((file) => !file.startsWith('explanation/'));
    assert.ok(named.length > 5);
    assert.equal(wording.texts.size, named.length);
    for (const file of named) assert.ok([...wording.texts.values()].includes(all[file]!), file);
  });

  it('are all known to those who bring wordings of their own', () => {
    const types = readFileSync(`${source}localisation/provide-texts.ts`, 'utf8');
    const known = [...types.matchAll(/readonly '?([\w-]+)'?: typeof/g)].map(([, name]) => name!);
    assert.deepEqual(known.sort(), [...wording.texts.keys()].sort());
  });
});

describe('fill', () => {
  it('puts values in the place of their names', () => {
    assert.equal(fill('{rows} rækker × {columns}', { rows: '1.200', columns: '3' }), '1.200 rækker × 3');
    assert.equal(fill('{a}{a}', { a: 'x' }), 'xx');
  });

  it('leaves a name without a value standing, where it is seen', () => {
    assert.equal(fill('{name} og {other}', { name: 'Køn' }), 'Køn og {other}');
  });

  it('takes a value as it is, whatever signs are in it', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        assert.equal(fill('[{name}]', { name: value }), `[${value}]`);
      }),
    );
    assert.equal(fill('{a}', { a: '$& {b}', b: 'no' }), '$& {b}');
  });
});
