import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatField, parseCsv } from './csv.ts';

test('reads quotes, commas and line breaks in fields, CRLF and a byte order mark', () => {
  assert.deepEqual(parseCsv('\uFEFFa,"b, c"\r\n"say ""hi""","two\nlines"\r\n,\r\n'), {
    columns: ['a', 'b, c'],
    rows: [
      ['say "hi"', 'two\nlines'],
      ['', ''],
    ],
  });
});

test('reads rows without quotes the same way: empty fields, empty lines, both line ends', () => {
  assert.deepEqual(parseCsv('\uFEFFa,b\r\n1,\n\n,2\r\n').rows, [
    ['1', ''],
    ['', '2'],
  ]);
  assert.deepEqual(parseCsv('a,b\n3,4').rows, [['3', '4']]);
  assert.throws(() => parseCsv('a,b\r1,2\n'), /quote/, 'a lone carriage return ends nothing');
});

test('reads what it writes', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'ø') });
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field), { maxLength: 8 }), (rows) => {
      const text = [['x', 'y'], ...rows].map((row) => `${row.map(formatField).join(',')}\n`).join('');
      assert.deepEqual(parseCsv(text), { columns: ['x', 'y'], rows });
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
