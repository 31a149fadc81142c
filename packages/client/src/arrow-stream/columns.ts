import type { DataType, DictionaryBatch, RecordBatch } from '@uwdata/flechette';
import { type Node, nodesOf } from './buffers.ts';
import { readFrames } from './frames.ts';

/** A column of codes: `dictionary[indices[i]]` is the code of row i. Every row has one. */
export interface CodeColumn {
  readonly kind: 'codes';
  readonly dictionary: readonly string[];
  readonly indices: ArrayLike<number>;
}

/** A column of numbers, `NaN` where there is none. */
export interface NumberColumn {
  readonly kind: 'numbers';
  readonly values: Float64Array;
}

export interface ArrowColumns {
  readonly rows: number;
  readonly metadata: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, CodeColumn | NumberColumn>;
}

/** Numbers of the types in the Arrow schema. */
const TYPE = { dictionary: -1, float: 3, utf8: 5 } as const;
const DOUBLE = 2;

/**
 * Reads an Arrow stream of the kinds of columns a cell set is made of: dictionaries of text, and float64.
 *
 * @throws Error on anything else, and on buffers that do not fit together
 */
export function readColumns(bytes: Uint8Array): ArrowColumns {
  const { schema, dictionaries, records } = readFrames(bytes);
  const texts = readDictionaries(dictionaries);
  const rows = records.reduce((sum, record) => sum + (record.length ?? 0), 0);
  const columns = schema.fields.map(({ type }) => startColumn(type, rows, texts));

  let row = 0;
  for (const record of records) {
    const nodes = nodesOf(record);
    for (const column of columns) column.add(nodes.next(), row);
    nodes.end();
    row += record.length ?? 0;
  }

  const byName = new Map(schema.fields.map(({ name }, position) => [name, columns[position]!.column]));
  if (byName.size !== columns.length) throw new RangeError('Two columns have the same name');
  return { rows, metadata: schema.metadata ?? new Map<string, string>(), columns: byName };
}

interface GrowingColumn {
  readonly column: CodeColumn | NumberColumn;
  /** Copies the part of the column that is in one batch. */
  add(node: Node, row: number): void;
}

function startColumn(type: DataType, rows: number, texts: ReadonlyMap<number, string[]>): GrowingColumn {
  if (type.typeId === TYPE.dictionary) {
    const dictionary = texts.get(type.id);
    const { bitWidth, values: IndexArray } = type.indices;
    if (dictionary === undefined || type.dictionary.typeId !== TYPE.utf8 || bitWidth > 32) {
      throw new RangeError('A dictionary is missing or does not hold text');
    }
    const indices = new Int32Array(rows);
    const add = ({ length, isNull, buffer }: Node, row: number): void => {
      if (isNull !== undefined) throw new RangeError('A row lacks a code');
      const part = buffer((length * bitWidth) / 8);
      indices.set(new IndexArray(part.buffer as ArrayBuffer, part.byteOffset, length) as Int32Array, row);
    };
    return { column: { kind: 'codes', dictionary, indices }, add };
  }
  if (type.typeId === TYPE.float && type.precision === DOUBLE) {
    const values = new Float64Array(rows);
    return { column: { kind: 'numbers', values }, add: (node, row) => copyNumbers(node, values, row) };
  }
  throw new RangeError(`Columns of Arrow type ${type.typeId} are not part of the contract`);
}

function copyNumbers({ length, isNull, buffer }: Node, values: Float64Array, row: number): void {
  const part = buffer(length * 8);
  values.set(new Float64Array(part.buffer, part.byteOffset, length), row);
  if (isNull === undefined) return;
  for (let index = 0; index < length; index++) {
    if (!isNull(index)) continue;
    // A number below a null is no answer, but it has left the environment: something is wrong there.
    if (values[row + index] !== 0) throw new RangeError('There is a number where there should be none');
    values[row + index] = NaN;
  }
}

function readDictionaries(batches: readonly DictionaryBatch[]): Map<number, string[]> {
  const texts = new Map<number, string[]>();
  for (const { id, data, body, isDelta } of batches) {
    if (isDelta || texts.has(id)) throw new RangeError('A dictionary comes whole and once');
    texts.set(id, readTexts({ ...data, ...(body && { body }) }));
  }
  return texts;
}

function readTexts(batch: RecordBatch): string[] {
  const nodes = nodesOf(batch);
  const { length, isNull, buffer } = nodes.next();
  if (isNull !== undefined) throw new RangeError('A dictionary lacks a text');
  const part = buffer((length + 1) * 4);
  const offsets = new Int32Array(part.buffer, part.byteOffset, length + 1);
  const bytes = buffer(offsets[length]!);
  nodes.end();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return Array.from({ length }, (_, index) => decoder.decode(bytes.subarray(offsets[index], offsets[index + 1])));
}
