import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Format } from '@datakube/contract';
import { sealTable } from '@datakube/disclosure';
import type { Answer } from '../../encode/answer.ts';
import { encodeBody, type EncodeBody } from '../../encode/encode.ts';
import { Refusal } from '../../problem/refusal.ts';
import { createSemaphore } from '../duckdb/semaphore.ts';
import { sealKeyOf } from '../publication/secrets.ts';
import type { EncodedBody, EncodingTask, EncodingThreadData } from './encoding-thread.ts';

export interface EncodingThreadsOptions {
  /** Files made at a time. Default one less than there are processors, at least one. */
  readonly threads?: number;
  /** Files that may wait for a thread; who comes then is told to come again. Default 8. */
  readonly waiting?: number;
  /** Starts a thread. Default one that encodes. */
  readonly start?: (data: EncodingThreadData) => Worker;
}

export interface EncodingThreads {
  /**
   * Encodes an answer, in another thread where that takes long. Ends with the signal.
   *
   * @throws Refusal `ERR_BUSY` when too many wait, `ERR_INTERNAL` when the thread fails, `ERR_UNAVAILABLE` when the
   *   asker has gone
   */
  readonly encodeBody: EncodeBody;
  /** Ends all threads; what they were making is lost. */
  readonly stop: () => Promise<void>;
}

/** Numbers from which a file is made in a thread: about 20 milliseconds during which nobody else would be answered. */
const ASIDE_FROM: { readonly [format in Format]?: number } = {
  xlsx: 500,
  parquet: 5_000,
  'sdmx-csv': 5_000,
};

/** Threads that make large files, so that the environment goes on answering meanwhile. Started when first needed. */
export async function startEncodingThreads(options: EncodingThreadsOptions = {}): Promise<EncodingThreads> {
  const { threads = Math.max(1, availableParallelism() - 1), waiting = 8, start = startThread } = options;
  // It never leaves this process: what is sealed with it was sealed here.
  const key = await sealKeyOf(globalThis.crypto.getRandomValues(new Uint8Array(32)));
  const places = createSemaphore(threads);
  const alive = new Set<Thread>();
  const idle = new Set<Thread>();
  let taken = 0;

  const begin = (): Thread => {
    const ended = new AbortController();
    const thread = { worker: start({ key }), ended: ended.signal };
    alive.add(thread);
    thread.worker.on('error', () => undefined);
    thread.worker.once('exit', () => {
      alive.delete(thread);
      idle.delete(thread);
      ended.abort(new Error('A thread that makes files has ended'));
    });
    // The process may end while a thread has nothing to do.
    thread.worker.unref();
    return thread;
  };
  const make = async (answer: Answer, format: Format, signal: AbortSignal): Promise<EncodedBody> => {
    const [thread = begin()] = idle;
    idle.delete(thread);
    try {
      const { table, ...rest } = answer;
      const task: EncodingTask = { ...rest, sealed: await sealTable(table, key), format };
      const body = await bodyFrom(thread, task, signal);
      idle.add(thread);
      return body;
    } catch (cause) {
      await thread.worker.terminate();
      throw cause;
    }
  };

  return {
    async encodeBody(answer, format, signal = new AbortController().signal) {
      const numbers = answer.table.cells * answer.meta.measures.length;
      if (numbers < (ASIDE_FROM[format] ?? Infinity)) return encodeBody(answer, format, signal);
      if (taken >= threads + waiting) throw new Refusal('ERR_BUSY');
      taken++;
      try {
        return await places.run(() => make(answer, format, signal), signal);
      } catch (cause) {
        throw signal.aborted ? new Refusal('ERR_UNAVAILABLE') : new Refusal('ERR_INTERNAL', { cause });
      } finally {
        taken--;
      }
    },
    stop: async () => {
      await Promise.all([...alive].map(({ worker }) => worker.terminate()));
    },
  };
}

interface Thread {
  readonly worker: Worker;
  /** Aborts when there is no thread any more. */
  readonly ended: AbortSignal;
}

/** Starts the module beside this one, which runs from TypeScript source as it does when built. */
function startThread(workerData: EncodingThreadData): Worker {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new Worker(new URL(`./encoding-thread.${ending}`, import.meta.url), { workerData });
}

/** @throws the signal's reason when it aborts, the thread's error when it fails */
async function bodyFrom(thread: Thread, task: EncodingTask, signal: AbortSignal): Promise<EncodedBody> {
  const { worker, ended } = thread;
  const body = once(worker, 'message', { signal: AbortSignal.any([signal, ended]) });
  worker.postMessage(task);
  const [encoded] = (await body) as [EncodedBody];
  return encoded;
}
