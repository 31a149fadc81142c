import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DisclosureRecord, STATUSES } from '@datakube/contract';
import { HIDING_QUERY, tinyAnswer } from '../testing/tiny-answer.ts';
import { encodeCsv } from './csv.ts';
import { type CsvDialect, PLAIN, SPREADSHEET } from './csv-dialect.ts';

const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** A strict reader of CSV, written for this test. */
function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === separator) {
      rows.at(-1)!.push(field);
      field = '';
    } else if (char === '\r' && text[i + 1] === '\n') {
      rows.at(-1)!.push(field);
      rows.push([]);
      field = '';
      i++;
    } else field += char;
  }
  assert.equal(field, '', 'the last line ends');
  return rows.slice(0, -1);
}

const DIALECTS: readonly (readonly [string, 'da' | 'en', CsvDialect])[] = [
  ['for Danish spreadsheets', 'da', SPREADSHEET.da],
  ['for English spreadsheets', 'en', SPREADSHEET.en],
  ['plain in Danish', 'da', PLAIN],
];

describe('encodeCsv', () => {
  for (const [name, language, dialect] of DIALECTS) {
    it(`has a line for each cell, ${name}`, async () => {
      const answer = await tinyAnswer(HIDING_QUERY, language);
      const text = textOf(encodeCsv(answer, dialect));
      assert.equal(text.charCodeAt(0) === 0xfeff, dialect !== PLAIN);
      const [titles, ...lines] = readCsv(
        text.replace(/^\uFEFF/, ''),
        language === 'da' && dialect !== PLAIN ? ';' : ',',
      );
      const dimensions = ['place', 'age', 'sex'].flatMap((id) => [id, `${id}_label`]);
      const measures = HIDING_QUERY.measures.flatMap((id) => [id, `${id}_status`]);
      assert.deepEqual(titles, [...dimensions, ...measures, 'datakube_disclosure']);
      assert.equal(lines.length, answer.table.cells);
      lines.forEach((line, cell) => {
        HIDING_QUERY.measures.forEach((_, measure) => {
          const value = answer.table.value(measure, cell);
          const decimals = dialect === SPREADSHEET.da ? ',' : '.';
          assert.equal(line[6 + 2 * measure], value === null ? '' : String(value).replace('.', decimals));
          assert.equal(line[7 + 2 * measure], answer.table.status(measure, cell));
          assert.ok(STATUSES.includes(line[7 + 2 * measure] as never));
        });
      });
      const [record, ...rest] = lines.map((line) => line.at(-1)!);
      const { exported, cells } = DisclosureRecord.parse(JSON.parse(record!));
      assert.equal(exported, '2026-01-02T12:00:00.000Z');
      assert.equal(
        Object.values(cells).reduce((sum, count) => sum! + count!),
        3 * answer.table.cells,
      );
      assert.deepEqual(new Set(rest), new Set(['']));
    });
  }

  it('calls what is derived by words for people, and by its reference for programs', async () => {
    const answer = await tinyAnswer({
      measures: ['persons.row-share'],
      columns: [{ dimension: 'sex', level: 'sex' }],
      totals: true,
    });
    const titles = (dialect: CsvDialect): string[] =>
      textOf(encodeCsv(answer, dialect)).split('\r\n')[0]!.split(/[;,]/);
    assert.ok(titles(PLAIN).includes('persons.row-share_status'));
    assert.ok(titles(SPREADSHEET.da).some((title) => title.includes('andel af rækken')));
  });

  it('lets no text be read as a formula, and gives back each text from what it made of it', async () => {
    const answer = await tinyAnswer({ measures: ['persons'], rows: [{ dimension: 'sex', level: 'sex' }] });
    const seen = new Set<string>();
    for (const hostile of [
      '=1+1',
      "'=1+1",
      "''=1+1",
      '+1',
      '-1',
      '@SUM(A1)',
      '\tx',
      '\rx',
      '\nx',
      '\uFF1D1+1',
      '\uFF0B1',
      '\uFF0D1',
      '\uFF20SUM(A1)',
      '=cmd|"/c calc"!A0',
      'a;b',
      "'a",
      'say "x"',
    ]) {
      const rows = answer.axes.rows.map((each) => ({
        ...each,
        entries: each.entries.map((entry) => ({ ...entry, label: hostile })),
      }));
      for (const dialect of [SPREADSHEET.da, PLAIN]) {
        const text = textOf(encodeCsv({ ...answer, axes: { rows, columns: [] } }, dialect));
        const [, line] = readCsv(text.replace(/^\uFEFF/, ''), dialect.separator);
        const written = line![1]!;
        assert.doesNotMatch(written, /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/);
        assert.equal(written.replace(/^'(?='*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/, ''), hostile);
        seen.add(`${dialect.separator} ${written}`);
      }
    }
    assert.equal(seen.size, 2 * 17);
  });
});
