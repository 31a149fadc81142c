import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Identifier, MemberCode } from './identifiers.ts';

const takes = (schema: typeof Identifier, text: string): boolean => schema.safeParse(text).success;

describe('Identifier', () => {
  it('takes words of small letters and digits with single hyphens between', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const id = words.join('-');
        assert.equal(takes(Identifier, id), /^[a-z]/.test(id));
      }),
    );
  });

  it('takes nothing that means something to a database, a shell, a path or a page', () => {
    const hostile = fc.constantFrom(...'\'"`;/\\<>&$%{}()[]|!?*,: \n\t\0_.ÆøA'.split(''));
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,5}$/),
        hostile,
        fc.stringMatching(/^[a-z]{0,5}$/),
        (a, bad, b) => {
          assert.equal(takes(Identifier, `${a}${bad}${b}`), false);
        },
      ),
    );
    // `$` in a regular expression without the flag m must not let a line feed through at the end.
    for (const bad of ['a\n', 'a--b', 'a-', '-a', '1a', '__proto__'])
      assert.equal(takes(Identifier, bad), false, bad);
  });

  it('ends at 64 characters', () => {
    assert.deepEqual([takes(Identifier, 'a'.repeat(64)), takes(Identifier, 'a'.repeat(65))], [true, false]);
  });
});

describe('MemberCode', () => {
  it('takes letters and digits of any script', () => {
    for (const code of ['Ærø', '80+', '2024-Q1', 'DA00-DB99', 'x_y.z', 'ñ', '漢'])
      assert.ok(takes(MemberCode, code), code);
  });

  it('takes nothing that could be a formula, a tag, a separator of links or an invisible mark', () => {
    const hostile = fc.constantFrom(...'=@,;:*/\\<>&"\'`()[]{}|%#? \n\t\0\u200b\u202e\ufeff'.split(''));
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-Za-z]{0,5}$/),
        hostile,
        fc.stringMatching(/^[0-9A-Z]{0,5}$/),
        (a, bad, b) => {
          assert.equal(takes(MemberCode, `${a}${bad}${b}`), false);
        },
      ),
    );
    for (const first of '+-._') assert.equal(takes(MemberCode, `${first}1`), false, first);
  });
});
