import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { DisclosureRecord, type Format } from '@datakube/contract';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import * as xlsx from '@e965/xlsx';
import { type ExpectedLine, linesOf, tinyAnswers } from '../testing/tiny-answers.ts';
import type { Answer } from './answer.ts';
import { encode } from './encode.ts';

/** What this test needs of a library that brings no types. */
interface JsonStat {
  readonly class: string;
  readonly id: readonly string[];
  readonly extension: {
    readonly disclosure: unknown;
    readonly status: { readonly label: Record<string, string> };
  };
  readonly role: Readonly<Record<string, readonly string[]>>;
  toTable(options: object): Record<string, unknown>[];
  Dimension(id: string): { Category(code: string): { readonly label: string } };
}
const readJsonStat = createRequire(import.meta.url)('jsonstat-toolkit') as (text: unknown) => JsonStat;

const answers = await tinyAnswers();
const expected = answers.map(linesOf);

/** The lines as the simplest of rows, to be compared with what a reader found. */
type Row = Readonly<Record<string, unknown>>;
const tidyRows = (lines: readonly ExpectedLine[]): Row[] =>
  lines.map(({ codes, labels, measure, value, status, flags }) => ({
    ...codes,
    ...Object.fromEntries(Object.entries(labels).map(([id, label]) => [`${id}_label`, label])),
    measure,
    value,
    status,
    flags: flags.join(' '),
  }));

const bytesOf = async (answer: Answer, format: Format): Promise<Uint8Array> =>
  (await encode(answer, format)).body;

/** The record that an answer must carry: that of its header, with the query in full and the time. */
async function assertRecord(found: unknown, answer: Answer, format: Format): Promise<void> {
  const record = DisclosureRecord.parse(found);
  const header = (await encode(answer, format)).headers['Datakube-Disclosure']!;
  const { exported, query, ...rest } = record;
  assert.deepEqual({ ...rest, query: { digest: query.digest } }, JSON.parse(header));
  assert.equal(exported, '2026-01-02T12:00:00.000Z');
  assert.equal(query.canonical, answer.meta.disclosure.query.canonical);
}

it('has something of everything to read back', () => {
  const lines = expected.flat();
  for (const status of ['published', 'suppressed', 'rounded', 'not-applicable'])
    assert.ok(
      lines.some((line) => line.status === status),
      status,
    );
  for (const flag of ['break', 'provisional', 'unreliable'])
    assert.ok(
      lines.some(({ flags }) => flags.includes(flag)),
      flag,
    );
  assert.ok(lines.some(({ value }) => value === 0));
});

describe('read by DuckDB', () => {
  let folder: string;
  let connection: DuckDBConnection;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'datakube-read-back-'));
    connection = await (await DuckDBInstance.create(':memory:')).connect();
  });
  after(async () => {
    connection.closeSync();
    await rm(folder, { recursive: true });
  });
  const select = async (answer: Answer, format: Format, from: (file: string) => string): Promise<Row[]> => {
    const file = join(folder, `answer.${format}`);
    await writeFile(file, await bytesOf(answer, format));
    return (await connection.runAndReadAll(`SELECT * FROM ${from(file)}`)).getRowObjectsJson() as Row[];
  };

  it('has each cell in Parquet, and the record in its metadata', async () => {
    for (const [index, answer] of answers.entries()) {
      const rows = await select(answer, 'parquet', (file) => `'${file}'`);
      assert.deepEqual(
        rows.map(({ measure_label: _, ...row }) => row),
        tidyRows(expected[index]!),
      );
      const file = join(folder, 'answer.parquet');
      const [metadata] = (
        await connection.runAndReadAll(
          `SELECT decode(value) AS text FROM parquet_kv_metadata('${file}') WHERE decode(key) = 'datakube'`,
        )
      ).getRowObjectsJson();
      await assertRecord(JSON.parse(String(metadata!['text'])).disclosure, answer, 'parquet');
    }
  });

  for (const format of ['csv', 'csv-plain'] as const) {
    it(`has each cell in ${format}, and the record in the first line`, async () => {
      for (const [index, answer] of answers.entries()) {
        const danish = format === 'csv' && answer.meta.language === 'da';
        const rows = await select(
          answer,
          format,
          (file) => `read_csv('${file}', all_varchar = true, delim = '${danish ? ';' : ','}', header = true)`,
        );
        const found = rows.flatMap((row) =>
          answer.meta.measures.map(({ id, name }) => {
            const title = format === 'csv' && id.includes('.') ? name[answer.meta.language] : id;
            const number = row[title] as string | null;
            return [
              number === null ? null : Number(number.replace(',', danish ? '.' : ',')),
              row[`${title}_status`],
            ];
          }),
        );
        assert.deepEqual(
          found,
          expected[index]!.map(({ value, status }) => [value, status]),
        );
        for (const { id } of [...answer.axes.rows, ...answer.axes.columns]) {
          const codes = expected[index]!.filter((_, line) => line % answer.meta.measures.length === 0);
          assert.deepEqual(
            rows.map((row) => [row[id], row[`${id}_label`]]),
            codes.map((line) => [line.codes[id], line.labels[id]]),
          );
        }
        await assertRecord(JSON.parse(String(rows[0]!['datakube_disclosure'])), answer, format);
      }
    });
  }

  it('has each cell in SDMX-CSV, with the codes of SDMX, and no word of why a number is hidden', async () => {
    const codeOf: Readonly<Record<string, string>> = { total: '_T' };
    const observed = ({ status, flags }: ExpectedLine): string =>
      ({ suppressed: 'Q', 'not-applicable': 'M' })[status] ??
      (flags.includes('break')
        ? 'B'
        : flags.includes('unreliable')
          ? 'U'
          : flags.includes('provisional')
            ? 'P'
            : 'A');
    for (const [index, answer] of answers.entries()) {
      const rows = await select(
        answer,
        'sdmx-csv',
        (file) => `read_csv('${file}', all_varchar = true, header = true)`,
      );
      const { cube, release } = answer.meta;
      assert.deepEqual(
        rows.map(({ UNIT_MEASURE: _, DATAKUBE_DISCLOSURE: __, ...row }) => row),
        expected[index]!.map((line) => {
          const { time, ...codes } = line.codes;
          const places = { ...codes, TIME_PERIOD: time! };
          return {
            STRUCTURE: 'dataflow',
            STRUCTURE_ID: `DATAKUBE:${cube}(1.0.0-${release})`,
            ACTION: 'I',
            ...Object.fromEntries(Object.entries(places).map(([id, code]) => [id, codeOf[code] ?? code])),
            MEASURE: line.measure,
            OBS_VALUE: line.value === null ? null : String(line.value),
            OBS_STATUS: observed(line),
            CONF_STATUS: line.status === 'suppressed' ? 'C' : 'F',
            DATAKUBE_STATUS: line.status,
            DATAKUBE_FLAGS: line.flags.join(' ') || null,
          };
        }),
      );
      await assertRecord(JSON.parse(String(rows[0]!['DATAKUBE_DISCLOSURE'])), answer, 'sdmx-csv');
    }
  });
});

describe('read by jsonstat-toolkit', () => {
  it('has each cell with its status, the measures and the year as dimensions, and the record', async () => {
    const codes: Readonly<Record<string, string>> = {
      suppressed: 'c',
      'not-applicable': 'm',
      rounded: 'rounded',
    };
    const letters: Readonly<Record<string, string>> = { break: 'b', provisional: 'p', unreliable: 'u' };
    for (const [index, answer] of answers.entries()) {
      const dataset = readJsonStat(JSON.parse(Buffer.from(await bytesOf(answer, 'json-stat')).toString()));
      assert.equal(dataset.class, 'dataset');
      const rows = dataset.toTable({ type: 'arrobj', content: 'id', status: true });
      assert.deepEqual(
        rows.map((row) => ({ ...row, status: row['status'] ?? '' })),
        expected[index]!.map(({ codes: places, measure, value, status, flags }) => ({
          ...places,
          measure,
          value,
          status: [codes[status], ...(value === null ? [] : flags.map((flag) => letters[flag]))]
            .filter((code) => code)
            .join(','),
        })),
      );
      for (const { codes: places, labels } of expected[index]!)
        for (const [id, code] of Object.entries(places))
          assert.equal(dataset.Dimension(id).Category(code).label, labels[id]);
      assert.deepEqual(dataset.role['time'], ['time']);
      assert.deepEqual(dataset.role['metric'], ['measure']);
      await assertRecord(dataset.extension.disclosure, answer, 'json-stat');
    }
  });

  it('says what is below what', async () => {
    const { dimension } = JSON.parse(Buffer.from(await bytesOf(answers[1]!, 'json-stat')).toString());
    assert.deepEqual(dimension.place.category.child, { north: ['Aa', 'Bo'], south: ['Ca', 'Do', 'Ek'] });
    assert.equal(dimension.time.category.child, undefined);
  });
});

describe('read by SheetJS', () => {
  const open = async (answer: Answer): Promise<xlsx.WorkBook> =>
    xlsx.read(await bytesOf(answer, 'xlsx'), {
      cellFormula: true,
      cellNF: true,
      cellStyles: true,
      bookFiles: true,
    });
  const marks: Readonly<Record<string, readonly string[]>> = {
    suppressed: ['[skjult]', '[hidden]'],
    'not-applicable': ['[–]', '[–]'],
  };

  it('has each cell on a line of the second sheet', async () => {
    for (const [index, answer] of answers.entries()) {
      const book = await open(answer);
      const rows = xlsx.utils.sheet_to_json<Row>(book.Sheets[book.SheetNames[1]!]!, {
        defval: null,
        raw: true,
      });
      assert.deepEqual(
        rows.map(({ measure_label: _, unit: __, ...row }) => ({ ...row, flags: row['flags'] ?? '' })),
        tidyRows(expected[index]!),
      );
    }
  });

  it('has each cell in the table, numbers as numbers, and words where there is none', async () => {
    for (const [index, answer] of answers.entries()) {
      const book = await open(answer);
      const sheet = book.Sheets[book.SheetNames[0]!]!;
      const width =
        expected[index]!.length /
        Math.max(
          1,
          answer.axes.rows.reduce((n, { entries }) => n * entries.length, 1),
        );
      const lines = xlsx.utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null, raw: true });
      const body = lines.slice(-expected[index]!.length / width).flatMap((line) => line.slice(-width));
      const language = answer.meta.language === 'da' ? 0 : 1;
      assert.deepEqual(
        body,
        expected[index]!.map(({ value, status }) => value ?? marks[status]![language]),
      );
    }
  });

  it('has no formula, nothing out of sight, and the record twice', async () => {
    for (const answer of answers) {
      const book = await open(answer);
      assert.equal(book.SheetNames.length, 3);
      for (const { Hidden } of book.Workbook!.Sheets!) assert.ok(!Hidden);
      for (const name of book.SheetNames) {
        const sheet = book.Sheets[name]!;
        for (const part of [...(sheet['!rows'] ?? []), ...(sheet['!cols'] ?? [])]) assert.ok(!part?.hidden);
        for (const [place, cell] of Object.entries(sheet as Record<string, xlsx.CellObject>))
          if (!place.startsWith('!')) assert.equal(cell.f, undefined);
      }
      const { files } = book as unknown as { files: Record<string, { content: Uint8Array }> };
      const texts = Buffer.from(files['xl/sharedStrings.xml']!.content).toString().split('<si>').slice(1);
      const hidden = texts.findIndex((text) => /\[(skjult|hidden)\]/.test(text));
      const table = Buffer.from(files['xl/worksheets/sheet1.xml']!.content).toString();
      const styles = [...table.matchAll(/<c [^>]*s="(\d+)"[^>]*><v>(\d+)<\/v>/g)]
        .filter(([cell, , text]) => cell.includes('t="s"') && Number(text) === hidden)
        .map(([, style]) => style);
      assert.equal(new Set(styles).size, styles.length > 0 ? 1 : 0, 'hidden cells look alike');
      if (answer.meta.disclosure.cells.suppressed !== undefined) assert.ok(styles.length > 0);
      const part = Buffer.from(files['customXml/item1.xml']!.content).toString();
      const [, json] = />(\{.*\})</.exec(part)!;
      const record: unknown = JSON.parse(
        json!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
      );
      await assertRecord(record, answer, 'xlsx');
      const notes = xlsx.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[2]!]!, { header: 1 });
      const shown = new Map(notes.map(([key, value]) => [key, value]));
      assert.equal(shown.get('query.digest'), answer.meta.disclosure.query.digest);
      assert.equal(shown.get('policy.method'), answer.meta.disclosure.policy.method);
      assert.equal(shown.get('exported'), '2026-01-02T12:00:00.000Z');
    }
  });
});
