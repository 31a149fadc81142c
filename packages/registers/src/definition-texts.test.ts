import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CubeDefinition, type LocalisedText } from '@datakube/contract';
import { codeLists } from './code-lists.ts';
import { cubeDefinitions } from './definitions.ts';

interface Found {
  readonly path: string;
  readonly text: LocalisedText;
}

/** Every text in both languages that lies in a value. */
function textsIn(value: unknown, path: string): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('da' in value && 'en' in value) return [{ path, text: value as LocalisedText }];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, `${path}/${key}`));
}

const cubes = cubeDefinitions.map((definition) => CubeDefinition.parse(definition));
const everything = [
  ...cubes.flatMap((cube) => textsIn(cube, cube.id)),
  ...Object.entries(codeLists).flatMap(([name, list]) => textsIn(list, name)),
];

/** Words that give a language away: common, and in no sentence of the other. */
const DANISH =
  /(?<![\p{L}-])(og|er|ikke|af|til|med|efter|hver|alle|eller|også|fra|ved|som|den|det|der|en borger)(?![\p{L}-])/iu;
const ENGLISH =
  /(?<![\p{L}-])(the|and|of|is|not|with|by|each|or|also|which|are|this|from|citizens?)(?![\p{L}-])/iu;

/** Names of municipalities and regions. */
const PLACES = /^residence\/|\/dimensions\/0\/groupings\/0\/groups\//;

describe('texts of definitions and code lists', () => {
  it('are many', () => assert.ok(everything.length > 300, String(everything.length)));

  it('hold no word of the other language', () => {
    for (const { path, text } of everything) {
      assert.doesNotMatch(text.da, ENGLISH, path);
      assert.doesNotMatch(text.en, DANISH, path);
    }
  });

  it('hold no Danish letter in English, but for names of places', () => {
    for (const { path, text } of everything) {
      if (!PLACES.test(path)) assert.doesNotMatch(text.en, /[æøåÆØÅ]/, path);
    }
  });

  it('differ where they are sentences', () => {
    for (const { path, text } of everything) {
      if (text.da.split(' ').length > 3) assert.notEqual(text.da, text.en, path);
    }
  });

  it('are typed with care', () => {
    for (const { path, text } of everything) {
      for (const words of [text.da, text.en]) {
        assert.equal(words, words.trim(), path);
        assert.doesNotMatch(words, / {2}|\.{3}|\.\.|"|'|TODO|lorem| ,| \./i, `${path}: ${words}`);
      }
    }
  });

  it('say the same numbers in both languages', () => {
    const numbers = (words: string): string[] => (words.match(/\d+/g) ?? []).sort();
    for (const { path, text } of everything) {
      if (!path.startsWith('specialty/'))
        assert.deepEqual(numbers(text.da), numbers(text.en), `${path}: ${text.da}`);
    }
  });

  it('end a sentence with a full stop, in both languages or neither', () => {
    for (const { path, text } of everything) {
      // A unit may be an abbreviation: `pct.` is `%` in English.
      if (path.endsWith('/unit')) continue;
      assert.equal(text.da.endsWith('.'), text.en.endsWith('.'), `${path}: ${text.da}`);
      if (path.endsWith('/description')) assert.match(text.da, /\.$/, path);
    }
  });
});

describe('names', () => {
  for (const cube of cubes) {
    it(`tell dimensions, levels and measures of ${cube.id} apart in both languages`, () => {
      for (const language of ['da', 'en'] as const) {
        const dimensions = cube.dimensions.map(({ name }) => name[language]);
        const measures = cube.measures.map(({ name }) => name[language]);
        assert.equal(new Set([...dimensions, ...measures]).size, dimensions.length + measures.length);
        for (const { levels } of cube.dimensions) {
          assert.equal(new Set(levels.map(({ name }) => name[language])).size, levels.length);
        }
      }
    });
  }

  it('tell members of a code list apart in both languages', () => {
    for (const [list, members] of Object.entries(
      codeLists as Record<string, { level: string; name: LocalisedText }[]>,
    )) {
      for (const language of ['da', 'en'] as const) {
        const names = members.map(({ level, name }) => `${level} ${name[language]}`);
        assert.equal(new Set(names).size, names.length, `${list} in ${language}`);
      }
    }
  });
});
