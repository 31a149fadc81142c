import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refusal } from '../problem/refusal.ts';
import { chooseFormat } from './choose-format.ts';

const arrow = 'application/vnd.apache.arrow.stream';

describe('chooseFormat', () => {
  it('follows the header Accept', () => {
    assert.equal(chooseFormat(undefined, undefined), 'json');
    assert.equal(chooseFormat(undefined, '*/*'), 'json');
    assert.equal(chooseFormat(undefined, arrow), 'arrow');
    assert.equal(chooseFormat(undefined, 'text/*'), 'csv');
    assert.equal(chooseFormat(undefined, `application/json;q=0.5, ${arrow}`), 'arrow');
    assert.equal(chooseFormat(undefined, 'text/html, */*;q=0.1'), 'json');
    assert.equal(chooseFormat(undefined, 'application/json;q=0, text/csv;q=0.2'), 'csv');
  });

  it('lets the parameter decide over the header', () => {
    assert.equal(chooseFormat('csv', arrow), 'csv');
  });

  it('refuses what it does not have', () => {
    const refused = (error: unknown): boolean =>
      error instanceof Refusal && error.code === 'ERR_NOT_ACCEPTABLE';
    assert.throws(() => chooseFormat('xls', undefined), refused);
    assert.throws(() => chooseFormat('toString', undefined), refused);
    assert.throws(() => chooseFormat(undefined, 'application/pdf'), refused);
    assert.throws(() => chooseFormat(undefined, 'application/json;q=0'), refused);
  });
});
