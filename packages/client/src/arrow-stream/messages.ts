import { type FlatTable, readFlatbuffer } from './flatbuffer.ts';

/** A column as the schema has it: text behind a dictionary, or float64. Nothing else is in a cell set. */
export type FieldType =
  | { readonly kind: 'codes'; readonly dictionary: number; readonly bitWidth: 8 | 16 | 32 }
  | { readonly kind: 'numbers' };

export interface Batch {
  readonly length: number;
  /** Length and number of nulls of each column. */
  readonly nodes: readonly [length: number, nulls: number][];
  /** Offset and length of each buffer in the body. */
  readonly regions: readonly [offset: number, length: number][];
  readonly body: Uint8Array;
}

export interface ArrowSchema {
  readonly fields: readonly { readonly name: string; readonly type: FieldType }[];
  readonly metadata: ReadonlyMap<string, string>;
}

/** An Arrow stream cut into its messages, their buffers untouched. */
export interface Messages {
  readonly schema: ArrowSchema;
  readonly dictionaries: ReadonlyMap<number, Batch>;
  readonly batches: readonly Batch[];
}

/** Numbers of the Arrow format (Message.fbs, Schema.fbs). */
const MESSAGE = { schema: 1, dictionaryBatch: 2, recordBatch: 3 } as const;
const TYPE = { float: 3, utf8: 5 } as const;
const DOUBLE = 2;
const CONTINUATION = 0xffffffff;

/**
 * Reads the messages of an Arrow IPC stream: a schema, dictionaries, batches, the end.
 *
 * @throws Error on whatever else there is
 * @see https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format
 */
export function readMessages(bytes: Uint8Array): Messages {
  let schema: ArrowSchema | undefined;
  const dictionaries = new Map<number, Batch>();
  const batches: Batch[] = [];
  for (const { type, header, body } of messagesIn(bytes)) {
    if (type === MESSAGE.schema && schema === undefined) schema = readSchema(header);
    else if (type === MESSAGE.recordBatch) batches.push(readBatch(header, body));
    else if (type === MESSAGE.dictionaryBatch) addDictionary(dictionaries, header, body);
    else throw new RangeError(`A message of type ${type} in the wrong place`);
  }
  if (schema === undefined) throw new RangeError('The stream has no schema');
  return { schema, dictionaries, batches };
}

function* messagesIn(bytes: Uint8Array): Generator<{ type: number; header: FlatTable; body: Uint8Array }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; ;) {
    if (view.getUint32(at, true) !== CONTINUATION)
      throw new RangeError('A message does not begin where it should');
    const length = view.getUint32(at + 4, true);
    if (length === 0) return;
    const start = at + 8;
    const message = readFlatbuffer(cut(bytes, start, length));
    const header = message.table(2);
    if (header === undefined) throw new RangeError('A message has no header');
    const body = cut(bytes, start + length, message.int64(3));
    yield { type: message.int8(1), header, body };
    at = start + length + body.byteLength;
  }
}

function cut(bytes: Uint8Array, start: number, length: number): Uint8Array {
  if (start + length > bytes.byteLength) throw new RangeError('The stream ends in the middle of a message');
  return bytes.subarray(start, start + length);
}

function readSchema(schema: FlatTable): ArrowSchema {
  if (schema.int16(0) !== 0) throw new RangeError('The numbers are not little-endian');
  return {
    fields: schema.tables(1).map((field) => ({ name: field.text(0), type: readType(field) })),
    metadata: new Map(schema.tables(2).map((entry) => [entry.text(0), entry.text(1)])),
  };
}

function readType(field: FlatTable): FieldType {
  const type = field.int8(2);
  const dictionary = field.table(4);
  if (dictionary !== undefined && type === TYPE.utf8) {
    // An index type that is left out is int32.
    const bitWidth = dictionary.table(1)?.int32(0) ?? 32;
    if (bitWidth === 8 || bitWidth === 16 || bitWidth === 32)
      return { kind: 'codes', dictionary: dictionary.int64(0), bitWidth };
  }
  if (dictionary === undefined && type === TYPE.float && field.table(3)?.int16(0) === DOUBLE)
    return { kind: 'numbers' };
  throw new RangeError(`A column of type ${type} is not part of a cell set`);
}

function readBatch(batch: FlatTable, body: Uint8Array): Batch {
  if (batch.table(3) !== undefined) throw new RangeError('Compressed buffers are not part of a cell set');
  return { length: batch.int64(0), nodes: batch.pairs(1), regions: batch.pairs(2), body };
}

function addDictionary(dictionaries: Map<number, Batch>, header: FlatTable, body: Uint8Array): void {
  const id = header.int64(0);
  const data = header.table(1);
  if (data === undefined || header.int8(2) !== 0 || dictionaries.has(id)) {
    throw new RangeError('A dictionary comes whole and once');
  }
  dictionaries.set(id, readBatch(data, body));
}
