import { parentPort, workerData } from 'node:worker_threads';
import type { Format } from '@datakube/contract';
import { openTable, type SealKey } from '@datakube/disclosure';
import type { Answer } from '../../encode/answer.ts';
import { encodeBody } from '../../encode/encode.ts';

/** What a thread is started with: the key that the tables it gets are sealed with. */
export interface EncodingThreadData {
  readonly key: SealKey;
}

/** An answer as it goes to a thread. The table is sealed, so that it comes in by the one door there is. */
export interface EncodingTask extends Omit<Answer, 'table'> {
  readonly sealed: Uint8Array;
  readonly format: Format;
}

/** The body of the answer. A thread that fails ends with the error instead. */
export type EncodedBody = Uint8Array<ArrayBuffer>;

// Encodes the answers it gets, one at a time.
const port = parentPort!;
const { key } = workerData as EncodingThreadData;

port.on('message', (task: EncodingTask) => void send(task));

async function send({ sealed, format, ...rest }: EncodingTask): Promise<void> {
  const table = await openTable(sealed, key);
  const body: EncodedBody = await encodeBody({ ...rest, table }, format);
  port.postMessage(body, [body.buffer]);
}
