import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import {
  addContact,
  firstOf,
  makeContactBuffer,
  packContact,
  secondOf,
  sectorOf,
  sortContacts,
  thirdOf,
  typeOf,
} from './contact-buffer.ts';

describe('contact buffer', () => {
  it('unpacks what was packed', () => {
    const codes = [fc.nat(3), fc.nat(15), fc.nat(511), fc.nat(31), fc.nat(31)] as const;
    fc.assert(
      fc.property(...codes, (...given) => {
        const packed = packContact(...given);
        assert.deepEqual(
          [sectorOf(packed), typeOf(packed), firstOf(packed), secondOf(packed), thirdOf(packed)],
          given,
        );
      }),
    );
  });

  it('sorts by month and keeps the order within a month', () => {
    const buffer = makeContactBuffer();
    fc.assert(
      fc.property(fc.array(fc.nat(11), { maxLength: 300 }), (months) => {
        buffer.count = 0;
        months.forEach((month, index) => addContact(buffer, month, index));
        sortContacts(buffer);
        const expected = months.map((month, index) => ({ month, index })).sort((a, b) => a.month - b.month);
        const found = expected.map((_, i) => ({ month: buffer.sortedMonth[i], index: buffer.sorted[i] }));
        assert.deepEqual(found, expected);
      }),
    );
  });
});
