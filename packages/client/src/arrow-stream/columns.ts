import { type Node, nodesOf } from './buffers.ts';
import { type Batch, type FieldType, readMessages } from './messages.ts';

/** A column of codes: `dictionary[indices[i]]` is the code of row i. Every row has one. */
export interface CodeColumn {
  readonly kind: 'codes';
  readonly dictionary: readonly string[];
  readonly indices: Uint8Array | Uint16Array | Int32Array;
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
 * Reads an Arrow stream of the kinds of columns a cell set is made of.
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
    for (const column of columns) column.add(nodes.next(), row);
    nodes.end();
    row += batch.length;
  }

  const byName = new Map(schema.fields.map(({ name }, position) => [name, columns[position]!.done()]));
  if (byName.size !== columns.length) throw new RangeError('Two columns have the same name');
  return { rows, metadata: schema.metadata, columns: byName };
}

interface GrowingColumn {
  /** Adds the part of the column that is in one batch. */
  add(node: Node, row: number): void;
  done(): CodeColumn | NumberColumn;
}

function startColumn(type: FieldType, rows: number, dictionaries: ReadonlyMap<number, Batch>): GrowingColumn {
  if (type.kind === 'numbers') {
    const values = new Float64Array(rows);
    return {
      add: (node, row) => copyNumbers(node, values.subarray(row)),
      done: () => ({ kind: 'numbers', values }),
    };
  }
  const batch = dictionaries.get(type.dictionary);
  if (batch === undefined) throw new RangeError('A dictionary is missing');
  const dictionary = readTexts(batch);
  const parts: IndexArray[] = [];
  return {
    add: (node) => parts.push(viewIndices(node, type.bitWidth)),
    done: () => ({ kind: 'codes', dictionary, indices: join(parts, rows) }),
  };
}

const INDEX_ARRAYS = { 8: Uint8Array, 16: Uint16Array, 32: Int32Array } as const;
type IndexArray = Uint8Array | Uint16Array | Int32Array;

function viewIndices({ length, validity, buffer }: Node, bitWidth: 8 | 16 | 32): IndexArray {
  if (validity !== undefined) throw new RangeError('A row lacks a code');
  const part = buffer((length * bitWidth) / 8);
  return new INDEX_ARRAYS[bitWidth](part.buffer as ArrayBuffer, part.byteOffset, length);
}

/** Nearly always there is a single part, which then need not be copied. */
function join(parts: readonly IndexArray[], rows: number): IndexArray {
  if (parts.length === 1) return parts[0]!;
  const indices = new Int32Array(rows);
  let row = 0;
  for (const part of parts) {
    indices.set(part, row);
    row += part.length;
  }
  return indices;
}

function copyNumbers({ length, nulls, validity, buffer }: Node, part: Float64Array): void {
  const bytes = buffer(length * 8);
  part.set(new Float64Array(bytes.buffer, bytes.byteOffset, length));
  if (validity === undefined) return;
  let found = 0;
  for (let index = 0; index < length; index++) {
    if ((validity[index >> 3]! & (1 << (index & 7))) !== 0) continue;
    // A number below a null is no answer, but it has left the environment: something is wrong there.
    if (part[index] !== 0 && part[index] === part[index])
      throw new RangeError('There is a number where there should be none');
    part[index] = NaN;
    found++;
  }
  if (found !== nulls) throw new RangeError('A column has another number of nulls than it says');
}

function readTexts(batch: Batch): string[] {
  const nodes = nodesOf(batch);
  const { length, validity, buffer } = nodes.next();
  if (validity !== undefined) throw new RangeError('A dictionary lacks a text');
  const part = buffer((length + 1) * 4);
  const offsets = new Int32Array(part.buffer, part.byteOffset, length + 1);
  const bytes = buffer(offsets[length]!);
  nodes.end();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return Array.from({ length }, (_, index) =>
    decoder.decode(bytes.subarray(offsets[index], offsets[index + 1])),
  );
}
