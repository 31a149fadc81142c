import { type ChildProcess, fork } from 'node:child_process';
import { Worker } from 'node:worker_threads';

/**
 * Something that works beside this process and sends messages: a thread for plain JavaScript, a
 * process for what runs native code, because a thread cannot be ended in the middle of that.
 */
export interface SideWork {
  /** Messages until it ends. Ends it when the reader stops early or the signal aborts. */
  messages<T>(signal?: AbortSignal): AsyncGenerator<T>;
  send(message: unknown): void;
}

/** Starts a module of this folder in a thread of its own. */
export function startThread(name: string, workerData: unknown): SideWork {
  const worker = new Worker(moduleUrl(name), { workerData });
  return {
    messages: (signal) =>
      messagesOf(
        ({ message, failure, end }) => {
          worker.on('message', message);
          worker.on('error', failure);
          worker.on('exit', end);
        },
        async () => void (await worker.terminate()),
        signal,
      ),
    send: (message) => worker.postMessage(message),
  };
}

/** Starts a module of this folder in a process of its own, which gets the task as its first message. */
export function startProcess(name: string, task: unknown): SideWork {
  const conditions = process.execArgv.filter((option) => option.startsWith('--conditions'));
  const child = fork(moduleUrl(name), { execArgv: conditions, serialization: 'advanced' });
  child.send(task as object);
  return {
    messages: (signal) =>
      messagesOf(
        ({ message, failure, end }) => {
          child.on('message', message);
          child.on('error', failure);
          child.on('exit', (code) => (code === 0 ? end() : failure(new Error(`${name} failed`))));
        },
        () => kill(child),
        signal,
      ),
    send: (message) => child.send(message as object),
  };
}

/** The module runs from TypeScript source as it does when built. */
function moduleUrl(name: string): URL {
  return new URL(`./${name}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

interface Events {
  readonly message: (message: unknown) => void;
  readonly failure: (error: unknown) => void;
  readonly end: () => void;
}

async function* messagesOf<T>(
  listen: (events: Events) => void,
  stop: () => Promise<void>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  const queue: T[] = [];
  let ended = false;
  let failed: { readonly error: unknown } | undefined;
  let wake: () => void = () => undefined;
  const failure = (error: unknown): void => {
    failed ??= { error };
    wake();
  };
  const abort = (): void => failure(signal?.reason);
  listen({
    message: (message) => {
      queue.push(message as T);
      wake();
    },
    failure,
    end: () => {
      ended = true;
      wake();
    },
  });
  signal?.addEventListener('abort', abort, { once: true });
  try {
    signal?.throwIfAborted();
    for (;;) {
      if (failed) throw failed.error;
      const next = queue.shift();
      if (next !== undefined) yield next;
      else if (ended) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    await stop();
  }
}
