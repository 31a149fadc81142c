import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatCsv, parseCsv } from './csv.ts';

test('reads quotes, commas and line breaks in fields, CRLF and a byte order mark', () => {
  assert.deepEqual(parseCsv('\uFEFFa,"b, c"\r\n"say ""hi""","two\nlines"\r\n,\r\n'), {
    columns: ['a', 'b, c'],
    rows: [
      ['say "hi"', 'two\nlines'],
      ['', ''],
    ],
  });
});

test('reads what it writes', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'ø') });
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field), { maxLength: 8 }), (rows) => {
      const table = { columns: ['x', 'y'], rows };
      assert.deepEqual(parseCsv(formatCsv(table)), table);
    }),
  );
});

test('says where a row has another number of fields, and refuses broken quotes and double columns', () => {
  assert.throws(() => parseCsv('a,b\n1,2\n3\n'), /Row 3 has 1 fields, the heading has 2/);
  assert.throws(() => parseCsv('a,b\n"1,2\n'), /quoted/);
  assert.throws(() => parseCsv('a,b\n1"1,2\n'), /quote/);
  assert.throws(() => parseCsv('a,a\n1,2\n'), /a stands twice/);
  assert.throws(() => parseCsv(''), /empty/);
});
