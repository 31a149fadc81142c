import { type Node, nodesOf } from './buffers.ts';
import { type Batch, type FieldType, readMessages } from './messages.ts';

/** A column of codes: `dictionary[indices[i]]` is the code of row i. Every row has one. */
export interface CodeColumn {
  readonly kind: 'codes';
  readonly dictionary: readonly string[];
  readonly indices: Int32Array;
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

/**
 * Reads an Arrow stream of the kinds of columns a cell set is made of. It copies: the stream can be let go.
 *
 * @throws Error on anything else, and on buffers that do not fit together
 */
export function readColumns(bytes: Uint8Array): ArrowColumns {
  const { schema, dictionaries, batches } = readMessages(bytes);
  const rows = batches.reduce((sum, { length }) => sum + length, 0);
  // Every column has a byte for each row at least: a damaged length must not take memory.
  if (rows > bytes.byteLength) throw new RangeError('There are more rows than bytes');
  const columns = schema.fields.map(({ type }) => startColumn(type, rows, dictionaries));

  let row = 0;
  for (const batch of batches) {
    const nodes = nodesOf(batch);
    for (const column of columns) addPart(column, nodes.next(), row);
    nodes.end();
    row += batch.length;
  }

  const byName = new Map(schema.fields.map(({ name }, position) => [name, columns[position]!.column]));
  if (byName.size !== columns.length) throw new RangeError('Two columns have the same name');
  return { rows, metadata: schema.metadata, columns: byName };
}

type StartedColumn =
  | { readonly type: Extract<FieldType, { kind: 'codes' }>; readonly column: CodeColumn }
  | { readonly type: Extract<FieldType, { kind: 'numbers' }>; readonly column: NumberColumn };

function startColumn(type: FieldType, rows: number, dictionaries: ReadonlyMap<number, Batch>): StartedColumn {
  if (type.kind === 'numbers') return { type, column: { kind: 'numbers', values: new Float64Array(rows) } };
  const batch = dictionaries.get(type.dictionary);
  if (batch === undefined) throw new RangeError('A dictionary is missing');
  return { type, column: { kind: 'codes', dictionary: readTexts(batch), indices: new Int32Array(rows) } };
}

function addPart({ type, column }: StartedColumn, node: Node, row: number): void {
  if (type.kind === 'numbers') copyNumbers(node, column as NumberColumn, row);
  else copyIndices(node, column as CodeColumn, type.bitWidth, row);
}

const INDEX_ARRAYS = { 8: Uint8Array, 16: Uint16Array, 32: Int32Array } as const;

function copyIndices({ length, isNull, buffer }: Node, { indices }: CodeColumn, bitWidth: 8 | 16 | 32, row: number): void {
  if (isNull !== undefined) throw new RangeError('A row lacks a code');
  const part = buffer((length * bitWidth) / 8);
  indices.set(new INDEX_ARRAYS[bitWidth](part.buffer as ArrayBuffer, part.byteOffset, length), row);
}

function copyNumbers({ length, isNull, buffer }: Node, { values }: NumberColumn, row: number): void {
  const part = buffer(length * 8);
  values.set(new Float64Array(part.buffer, part.byteOffset, length), row);
  if (isNull === undefined) return;
  for (let index = row; index < row + length; index++) {
    if (!isNull(index - row)) continue;
    // A number below a null is no answer, but it has left the environment: something is wrong there.
    if (values[index] !== 0) throw new RangeError('There is a number where there should be none');
    values[index] = NaN;
  }
}

function readTexts(batch: Batch): string[] {
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
