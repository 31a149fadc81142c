import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sliceTable } from '@datakube/disclosure';
import * as xlsx from '@e965/xlsx';
import { generator } from '../testing/random-numbers.ts';
import { tinyAnswer } from '../testing/tiny-answer.ts';
import type { Answer } from './answer.ts';
import { encodeCsv } from './csv.ts';
import { PLAIN, SPREADSHEET } from './csv-dialect.ts';
import { encodeSdmxCsv } from './sdmx-csv.ts';
import { encodeXlsx } from './xlsx/xlsx.ts';

const LABELS = 10_000;

/** What spreadsheets take for formulas, links and commands, what XML and CSV give a meaning to, and what is in no XML. */
const NASTY = [
  ...[
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '\uFF1D',
    '\uFF0B',
    '\uFF0D',
    '\uFF20',
    "'",
    '"',
    ';',
    ',',
    '|',
    '!',
    '%',
  ],
  ...[
    '=1+1',
    '=cmd|"/c calc"!A0',
    '=HYPERLINK("http://x","y")',
    '@SUM(1+1)',
    '+1-1',
    '{=1}',
    'DDE("a","b")',
    '\u0000',
  ],
  ...[
    '<f>1</f>',
    '</t>',
    ']]>',
    '&lt;',
    '&#61;',
    '_x003D_1',
    '_x000D_',
    '<c t="str"><f>',
    '\u0008',
    '\uFFFE',
    '\uD800',
  ],
  ...[
    'constructor',
    '__proto__',
    'toString',
    ' ',
    '\u00A0',
    '\u2028',
    '\u202E',
    '\u{1F9EE}',
    'æøå',
    '0101',
    '1e5',
    'TRUE',
    '#REF!',
  ],
];

/** Seeded texts of one to four nasty parts. */
function hostileLabels(): string[] {
  const random = generator(42);
  const part = (): string => NASTY[Math.floor(random() * NASTY.length)]!;
  const made = Array.from({ length: LABELS - NASTY.length }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, part).join(''),
  );
  return [...NASTY, ...made];
}

const labels = hostileLabels();

/** An answer with as many rows as there are texts; each is a code, a label, and the cube's name now and then. */
async function hostileAnswer(): Promise<Answer> {
  const answer = await tinyAnswer({ measures: ['persons'], rows: [{ dimension: 'place', level: 'town' }] });
  const [axis] = answer.axes.rows;
  const start = Int32Array.from({ length: LABELS + 1 }, (_, cell) => cell);
  const cells = Int32Array.from({ length: LABELS }, (_, cell) => cell % answer.table.cells);
  const entries = labels.map((label) => ({ ...axis!.entries[0]!, code: label, label }));
  const said = { da: labels[3]!, en: labels[3]! };
  return {
    ...answer,
    table: sliceTable(answer.table, { rows: LABELS, columns: 1 }, [{ start, cells }]),
    axes: { rows: [{ ...axis!, name: '=1+1', entries, depths: entries.map(() => 0) }], columns: [] },
    meta: {
      ...answer.meta,
      name: '=1+1',
      notes: labels.slice(0, NASTY.length).map((text) => ({ code: 'note', text: { da: text, en: text } })),
      declaration: { ...answer.meta.declaration, summary: said, method: said },
    },
  };
}

const answer = await hostileAnswer();
type Cells = [string, xlsx.CellObject][];
const cellsOf = (sheet: xlsx.WorkSheet): Cells =>
  (Object.entries(sheet) as Cells).filter(([place]) => !place.startsWith('!'));

it('gives a workbook without a formula, with every label as it is', async () => {
  const book = xlsx.read(await encodeXlsx(answer), { cellFormula: true, bookFiles: true });
  for (const name of book.SheetNames)
    for (const [place, { f, t }] of cellsOf(book.Sheets[name]!)) {
      assert.equal(f, undefined, `${name} ${place}`);
      assert.ok(t === 's' || t === 'n', `${name} ${place} is ${t}`);
    }
  const rows = xlsx.utils.sheet_to_json<Record<string, unknown>>(book.Sheets['Data']!, { defval: '' });
  // This reader takes the two characters of a line end for one.
  const read = (label: string): string => label.toWellFormed().replaceAll('\r\n', '\n');
  const plain = (text: unknown): string => String(text).replace(/\u2060$/, '');
  assert.deepEqual(
    rows.map((row) => [plain(row['place']), plain(row['place_label'])]),
    labels.map((label) => [read(label), read(label)]),
  );
  const { files } = book as unknown as { files: Record<string, { content?: Uint8Array }> };
  for (const [path, { content }] of Object.entries(files))
    assert.doesNotMatch(
      Buffer.from(content ?? []).toString(),
      /<f[ >\/]|<c [^>]*t="str"|hidden=|<hyperlink|<externalReference|<ddeLink/,
      path,
    );
});

it('gives text that no spreadsheet takes for a formula, and that gives the labels back', () => {
  const formula = /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/;
  for (const [dialect, bytes] of [
    [SPREADSHEET.da, encodeCsv(answer, SPREADSHEET.da)],
    [SPREADSHEET.en, encodeCsv(answer, SPREADSHEET.en)],
    [PLAIN, encodeCsv(answer, PLAIN)],
    [PLAIN, encodeSdmxCsv(answer)],
  ] as const) {
    const text = new TextDecoder().decode(bytes);
    const book = xlsx.read(text, { type: 'string', FS: dialect.separator, raw: true });
    const sheet = book.Sheets[book.SheetNames[0]!]!;
    for (const [place, { f, v }] of cellsOf(sheet)) {
      assert.equal(f, undefined, place);
      if (typeof v === 'string' && !/^-?\d/.test(v)) assert.doesNotMatch(v, formula, place);
    }
    const rows = xlsx.utils.sheet_to_json<Record<string, unknown>>(sheet, { defval: '', raw: true });
    assert.deepEqual(
      rows.map((row) => String(row['place']).replace(/^'(?='*[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20])/, '')),
      labels.map((label) => label.toWellFormed()),
    );
  }
});
