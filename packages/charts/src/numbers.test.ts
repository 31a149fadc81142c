import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { carriesNumber, STATUSES } from '@datakube/contract';
import { chartValue } from './model/chart-value.ts';
import { formatNumber, nameOrder } from './numbers.ts';
import { spoken, written, type Writing } from './words.ts';

const danish: Writing = { language: 'da', decimals: 1, unit: 'pr. 1.000 borgere' };
const english: Writing = { language: 'en', decimals: 0, unit: '' };

describe('numbers of a chart', () => {
  it('are written as the language does', () => {
    assert.equal(formatNumber(1234567.25, 'da', 1), '1.234.567,3');
    assert.equal(formatNumber(1234567, 'en', 0), '1,234,567');
    assert.equal(formatNumber(0, 'da', 1), '0,0');
  });

  it('come with names in the order of the language', () => {
    const names = ['Årslev', 'Zebra', 'Aabenraa', 'Ærø', 'Ølstykke', 'Assens'];
    assert.deepEqual([...names].sort(nameOrder('da')), [
      'Assens',
      'Zebra',
      'Ærø',
      'Ølstykke',
      'Aabenraa',
      'Årslev',
    ]);
    assert.deepEqual(['Tid 10', 'Tid 9'].sort(nameOrder('da')), ['Tid 9', 'Tid 10']);
  });
});

describe('a value in words', () => {
  it('is read with its unit, and what has none without', () => {
    const value = { kind: 'shown', value: 49.7 } as const;
    assert.deepEqual([written(value, danish), spoken(value, danish)], ['49,7', '49,7 pr. 1.000 borgere']);
    assert.deepEqual([written(value, english), spoken(value, english)], ['50', '50']);
  });

  it('says what is not shown, each in its own words, in both languages', () => {
    const kinds = ['hidden', 'missing', 'not-applicable'] as const;
    assert.deepEqual(
      kinds.map((kind) => written({ kind }, danish)),
      ['[skjult]', '[mangler]', '[ikke relevant]'],
    );
    assert.deepEqual(
      kinds.map((kind) => spoken({ kind }, danish)),
      ['skjult af hensyn til diskretion', 'mangler', 'ikke relevant'],
    );
    assert.deepEqual(
      kinds.map((kind) => written({ kind }, english)),
      ['[hidden]', '[missing]', '[not applicable]'],
    );
    assert.deepEqual(
      kinds.map((kind) => spoken({ kind }, english)),
      ['hidden for disclosure reasons', 'missing', 'not applicable'],
    );
  });
});

describe('a cell as a chart sees it', () => {
  it('has a number exactly where its status carries one, whatever lies in the column', () => {
    STATUSES.forEach((status, index) => {
      const seen = chartValue({ value: Float64Array.of(17), status: Uint8Array.of(index) }, 0);
      assert.equal(seen.kind === 'shown', carriesNumber(status), status);
      assert.equal('value' in seen, carriesNumber(status), status);
    });
    const kind = (status: (typeof STATUSES)[number]): string =>
      chartValue({ value: Float64Array.of(17), status: Uint8Array.of(STATUSES.indexOf(status)) }, 0).kind;
    assert.deepEqual(
      [kind('suppressed'), kind('missing'), kind('not-applicable')],
      ['hidden', 'missing', 'not-applicable'],
    );
  });

  it('is missing where there is no such cell, or no such status', () => {
    const cells = { value: Float64Array.of(17), status: Uint8Array.of(99) };
    assert.deepEqual(chartValue(cells, 0), { kind: 'missing' });
    assert.deepEqual(chartValue(cells, 5), { kind: 'missing' });
  });
});
