import { carriesNumber, STATUSES } from '@datakube/contract';
import type { ProtectedColumns } from '@datakube/disclosure';
import {
  type Data,
  type DataType,
  Dictionary,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Uint8,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import { type Answer, type AnswerDimension, tuplesOf } from './answer.ts';
import { axesJson, jsonOf } from './json.ts';

/**
 * The answer as an Arrow IPC stream: one row per cell, row by row. A dictionary column for each
 * dimension on an axis with the member's code, then `<measure>` (null where there is no number) and
 * `<measure>_status`, and where any cell has a flag `<measure>_flags`: bit i for the flag i of `FLAGS`. The schema's metadata `datakube` holds the axes and all else the JSON answer has.
 * The cells' arrays are used as they are; nothing is copied but into the stream.
 */
export function encodeArrow(answer: Answer): Uint8Array<ArrayBuffer> {
  const { table, flags, axes } = answer;
  const columns = [...axisColumns([...axes.rows, ...axes.columns], table.cells)];
  table.shape.measures.forEach((id, measure) => {
    columns.push(...measureColumns(id, table.columns(measure), columns.length));
    const bits = flags.get(id);
    if (bits) columns.push(flagsColumn(id, bits));
  });
  const fields = columns.map(({ field }) => field);
  const schema = new Schema(fields, new Map([['datakube', metadataJson(answer)]]));
  const children = columns.map(({ data }) => data);
  const batch = new RecordBatch(
    schema,
    makeData({ type: new Struct(fields), length: table.cells, nullCount: 0, children }),
  );
  return tableToIPC(new Table(schema, batch), 'stream') as Uint8Array<ArrayBuffer>;
}

interface ArrowColumn {
  readonly field: Field;
  readonly data: Data;
}

function metadataJson(answer: Answer): string {
  const { cube, release, notes, declaration, synthetic, disclosure } = answer.meta;
  const filters = answer.meta.filters.map(({ dimension, members }) => ({ dimension, members }));
  const rest = jsonOf({ cube, release, notes, declaration, synthetic, filters, disclosure });
  return `${rest.slice(0, -1)},"axes":${axesJson(answer)}}`;
}

function axisColumns(dimensions: readonly AnswerDimension[], cells: number): ArrowColumn[] {
  return dimensions.map(({ id, entries }, position) => {
    const run = tuplesOf(dimensions.slice(position + 1));
    const indices = new Int32Array(cells);
    const pattern = Math.min(cells, run * entries.length);
    for (let entry = 0; entry * run < pattern; entry++) indices.fill(entry, entry * run, (entry + 1) * run);
    // What stands there is written again behind itself, twice as much each time.
    for (let done = pattern; done > 0 && done < cells; done *= 2) indices.copyWithin(done, 0, done);
    return dictionaryColumn(
      id,
      entries.map(({ code }) => code),
      new Dictionary(new Utf8(), new Int32(), position),
      indices,
    );
  });
}

const NUMERIC = STATUSES.map(carriesNumber);

function measureColumns(id: string, { value, status }: ProtectedColumns, key: number): ArrowColumn[] {
  const validity = new Uint8Array(Math.ceil(value.length / 64) * 8);
  let nullCount = 0;
  for (let cell = 0; cell < status.length; cell++) {
    if (NUMERIC[status[cell]!]) validity[cell >> 3]! |= 1 << (cell & 7);
    else nullCount++;
  }
  const type = new Float64();
  const data = makeData({ type, length: value.length, nullCount, nullBitmap: validity, data: value });
  return [
    { field: new Field(id, type, true), data },
    dictionaryColumn(`${id}_status`, STATUSES, new Dictionary(new Utf8(), new Uint8(), key), status),
  ];
}

function flagsColumn(id: string, bits: Uint8Array): ArrowColumn {
  const type = new Uint8();
  const data = makeData({ type, length: bits.length, nullCount: 0, data: bits });
  return { field: new Field(`${id}_flags`, type, false), data };
}

function dictionaryColumn(
  name: string,
  texts: readonly string[],
  type: Dictionary<Utf8, Int32 | Uint8>,
  indices: Int32Array | Uint8Array,
): ArrowColumn {
  const dictionary = vectorFromArray([...texts], new Utf8());
  const data = makeData({
    type: type as DataType & typeof type,
    length: indices.length,
    nullCount: 0,
    data: indices as never,
    dictionary,
  });
  return { field: new Field(name, type, false), data };
}
