import type { DictionaryBatch, RecordBatch, Schema } from '@uwdata/flechette';
import { decodeMessage } from '@uwdata/flechette/src/decode/message.js';

/** An Arrow stream cut into its messages, their buffers untouched. */
export interface Frames {
  readonly schema: Schema;
  readonly dictionaries: readonly DictionaryBatch[];
  readonly records: readonly RecordBatch[];
}

/** Numbers of the message types in the IPC format. */
const MESSAGE = { schema: 1, dictionaryBatch: 2, recordBatch: 3 } as const;

/**
 * Reads the frames of an Arrow IPC stream.
 *
 * @throws Error on whatever is not one schema followed by whole batches
 */
export function readFrames(bytes: Uint8Array): Frames {
  let schema: Schema | undefined;
  const dictionaries: DictionaryBatch[] = [];
  const records: RecordBatch[] = [];
  let at = 0;
  for (let message = decodeMessage(bytes, at); message !== null; message = decodeMessage(bytes, at)) {
    // A damaged length could point back and never end.
    if (message.index <= at || message.content === undefined) throw new RangeError('A message has no length');
    at = message.index;
    if (message.type === MESSAGE.schema && schema === undefined) schema = message.content as Schema;
    else if (message.type === MESSAGE.dictionaryBatch) dictionaries.push(message.content as DictionaryBatch);
    else if (message.type === MESSAGE.recordBatch) records.push(message.content as RecordBatch);
    else throw new RangeError(`Message of type ${message.type} in the wrong place`);
  }
  if (schema === undefined) throw new RangeError('The stream has no schema');
  return { schema, dictionaries, records };
}
