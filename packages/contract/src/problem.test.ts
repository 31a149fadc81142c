import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exampleProblem } from './examples.ts';
import { ERRORS, ErrorCodeSchema, Problem } from './problem.ts';

describe('the table of errors', () => {
  for (const [code, { status, title }] of Object.entries(ERRORS)) {
    it(`${code} has a status of failure and words in both languages`, () => {
      assert.match(code, /^ERR(_[A-Z]+)+$/);
      assert.ok(status >= 400 && status < 600);
      assert.notEqual(title.da, title.en);
      assert.doesNotMatch(title.da + title.en, /[.!?]$|SQL|\bstack\b/);
      assert.equal(ErrorCodeSchema.safeParse(code).success, true);
    });
  }

  it('says each thing once', () => {
    for (const language of ['da', 'en'] as const) {
      const titles = Object.values(ERRORS).map(({ title }) => title[language]);
      assert.equal(new Set(titles).size, titles.length);
    }
  });

  it('has no code but its own', () => {
    for (const code of ['ERR_SECRET', 'toString', '', 'err_busy']) {
      assert.equal(ErrorCodeSchema.safeParse(code).success, false, code);
      assert.equal(Problem.safeParse({ ...exampleProblem, code }).success, false, code);
    }
  });
});
