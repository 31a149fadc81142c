import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Format } from '@datakube/contract';
import { DuckDBInstance } from '@duckdb/node-api';
import * as xlsx from '@e965/xlsx';
import { tableFromIPC } from 'apache-arrow';

/**
 * A cell of an answer in a file: the code of each dimension under its name; under the name of each measure its
 * number, with `_status`, and with `_rest` whatever else the file has of it.
 */
export type FileRow = Readonly<Record<string, unknown>>;

/** Formats that are read here, each by somebody else's reader. JSON is what they are compared with. */
export type FileFormat = Exclude<Format, 'json'>;

/** The cells of an answer in the order of the answer. */
export async function readFileRows(format: FileFormat, response: Response): Promise<FileRow[]> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  switch (format) {
    case 'arrow':
      return tableFromIPC(bytes)
        .toArray()
        .map((row: { toJSON(): FileRow }) => row.toJSON());
    case 'csv':
    case 'csv-plain':
      return readCsv(bytes).map(({ datakube_disclosure: _, ...row }) => row);
    case 'sdmx-csv':
      return together(
        readCsv(bytes).map(
          ({ MEASURE, OBS_VALUE, DATAKUBE_STATUS, TIME_PERIOD, DATAKUBE_DISCLOSURE: _, ...rest }) => {
            const { STRUCTURE: __, STRUCTURE_ID: ___, ACTION: ____, ...row } = rest;
            const codes = Object.entries(row).filter(([key]) => key !== key.toUpperCase());
            return {
              place: {
                ...Object.fromEntries(codes),
                ...(TIME_PERIOD !== undefined && { time: TIME_PERIOD }),
              },
              measure: String(MEASURE),
              value: OBS_VALUE,
              status: DATAKUBE_STATUS,
              rest: Object.fromEntries(Object.entries(row).filter(([key]) => key === key.toUpperCase())),
            };
          },
        ),
      );
    case 'parquet':
      return together((await readParquet(bytes)).map(tidyLine));
    case 'xlsx': {
      const book = xlsx.read(bytes);
      const sheet = book.Sheets[book.SheetNames[1]!]!;
      return together(xlsx.utils.sheet_to_json<FileRow>(sheet, { defval: null, raw: true }).map(tidyLine));
    }
    case 'json-stat':
      return together(readJsonStat(bytes));
  }
}

interface Line {
  readonly place: FileRow;
  readonly measure: string;
  readonly value: unknown;
  readonly status: unknown;
  readonly rest: unknown;
}

function tidyLine({ measure, value, status, measure_label: _, unit: __, flags, ...place }: FileRow): Line {
  const codes = Object.entries(place).filter(([key]) => !key.endsWith('_label'));
  return { place: Object.fromEntries(codes), measure: String(measure), value, status, rest: flags };
}

/** One row for the lines that follow each other at the same place. */
function together(lines: readonly Line[]): FileRow[] {
  const rows: Record<string, unknown>[] = [];
  let last = '';
  for (const { place, measure, value, status, rest } of lines) {
    const here = JSON.stringify(place);
    if (here !== last || measure in rows.at(-1)!) rows.push({ ...place });
    last = here;
    Object.assign(rows.at(-1)!, {
      [measure]: value,
      [`${measure}_status`]: status,
      [`${measure}_rest`]: rest,
    });
  }
  return rows;
}

function readCsv(bytes: Uint8Array): FileRow[] {
  const text = new TextDecoder().decode(bytes);
  const FS = /^[^\r\n]*;/.test(text) ? ';' : ',';
  const { SheetNames, Sheets } = xlsx.read(text, { type: 'string', raw: true, FS });
  return xlsx.utils.sheet_to_json<FileRow>(Sheets[SheetNames[0]!]!, { defval: '', raw: true });
}

async function readParquet(bytes: Uint8Array): Promise<FileRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'datakube-parquet-'));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    const file = join(folder, 'answer.parquet');
    await writeFile(file, bytes);
    return (await connection.runAndReadAll(`SELECT * FROM '${file}'`)).getRowObjectsJson() as FileRow[];
  } finally {
    connection.closeSync();
    await rm(folder, { recursive: true });
  }
}

/** What is used of a library that brings no types. */
type JsonStat = (dataset: unknown) => { toTable(options: object): FileRow[] };
const jsonStat = createRequire(import.meta.url)('jsonstat-toolkit') as JsonStat;

const STATUSES: Readonly<Record<string, string>> = {
  c: 'suppressed',
  m: 'not-applicable',
  o: 'missing',
  rounded: 'rounded',
  perturbed: 'perturbed',
};

function readJsonStat(bytes: Uint8Array): Line[] {
  const dataset: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const rows = jsonStat(dataset).toTable({ type: 'arrobj', content: 'id', status: true });
  return rows.map(({ measure, value, status, ...place }) => {
    const codes = String(status ?? '').split(',');
    const named = codes.flatMap((code) => STATUSES[code] ?? []);
    return { place, measure: String(measure), value, status: named[0] ?? 'published', rest: status };
  });
}
