import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { searchFor, searchKey } from './find-text.ts';

const marked = (text: string, words: string): string | null => {
  const found = searchFor(words).find(text);
  return found && `${text.slice(0, found.from)}<${text.slice(found.from, found.to)}>${text.slice(found.to)}`;
};

describe('a search for words', () => {
  it('marks what it found as it is written', () => {
    const cases: [text: string, words: string, found: string | null][] = [
      ['Hjørring', 'ØRR', 'Hj<ørr>ing'],
      ['Aarhus', 'år', '<Aar>hus'],
      ['Aarhus', 'aa', '<Aa>rhus'],
      ['Årslev', 'aars', '<Års>lev'],
      ['Vesterå', 'raa', 'Veste<rå>'],
      ['Aalborg', 'al', 'A<al>borg'],
      ['Aabenraa', 'åbenrå', '<Aabenraa>'],
      ['0–19 år', '0-19', '<0–19> år'],
      ['Region Nordjylland', ' nord ', 'Region <Nord>jylland'],
      ['Aalborg', 'ab', null],
      ['Aalborg', '  ', null],
      ['', 'a', null],
    ];
    for (const [text, words, found] of cases) assert.equal(marked(text, words), found, `${words} in ${text}`);
  });

  it('finds every part of a text, however it is typed', () => {
    const name = fc.stringMatching(/^[A-ZÆØÅaaæøå]{1,4}[a-zæøå –]{0,8}[a-zæøå]$/);
    fc.assert(
      fc.property(name, fc.nat(12), fc.nat(12), (text, a, b) => {
        const part = text.slice(Math.min(a, b), Math.max(a, b)).trim();
        // Where an a meets an å, or half of an aa is typed, nobody can tell which is which.
        fc.pre(part !== '' && !/aaa|aå|åa/i.test(text) && !/(?<!a)a$|^a(?!a)/i.test(part));
        for (const typed of [part, part.toUpperCase(), part.replaceAll('å', 'aa').replaceAll('–', '-')]) {
          const search = searchFor(typed);
          assert.ok(search.holds(text), `${typed} in ${text}`);
          const { from, to } = search.find(text)!;
          assert.equal(searchKey(text.slice(from, to)), searchKey(typed));
        }
      }),
    );
  });

  it('finds a place exactly where it holds the words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ maxLength: 2 }), (text, words) => {
        const search = searchFor(words);
        assert.equal(search.find(text) !== null, search.holds(text));
      }),
    );
  });

  it('knows what a text begins with', () => {
    assert.ok(searchFor('å').begins('Aarhus'));
    assert.ok(searchFor('Aa').begins('Årslev'));
    assert.ok(!searchFor('rhus').begins('Aarhus'));
    assert.ok(!searchFor('').begins('Aarhus'));
  });
});

describe('the same text', () => {
  it('is so in any case, with aa or å, and with room around it', () => {
    assert.equal(searchKey(' AARHUS'), searchKey('Århus '));
    assert.notEqual(searchKey('Aarhus'), searchKey('Aarhus K'));
  });
});
