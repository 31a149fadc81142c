import { Worker } from 'node:worker_threads';

/**
 * Starts a module of this folder in a thread of its own.
 *
 * @param name of the module, without extension: it runs from TypeScript source as it does when built
 */
export function startWorker(name: string, workerData: unknown): Worker {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new Worker(new URL(`./${name}.${extension}`, import.meta.url), { workerData });
}

/**
 * The messages of a worker until it exits.
 *
 * @throws what the worker threw, or the signal's reason; the worker is ended then
 */
export async function* messagesOf<T>(worker: Worker, signal?: AbortSignal): AsyncGenerator<T> {
  const queue: T[] = [];
  let ended = false;
  let failure: { readonly error: unknown } | undefined;
  let wake: () => void = () => undefined;
  const fail = (error: unknown): void => {
    failure ??= { error };
    wake();
  };
  const abort = (): void => fail(signal?.reason);
  worker.on('message', (message: T) => {
    queue.push(message);
    wake();
  });
  worker.on('error', fail);
  worker.on('exit', () => {
    ended = true;
    wake();
  });
  signal?.addEventListener('abort', abort, { once: true });
  try {
    signal?.throwIfAborted();
    for (;;) {
      if (failure) throw failure.error;
      const next = queue.shift();
      if (next !== undefined) yield next;
      else if (ended) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}
