import { Refusal } from '../problem/refusal.ts';

/** Tasks that may wait; whoever comes after them is told to come again. */
const MOST_WAITING = 8;

/**
 * Runs tasks one after another, in the order they come. A task that fails does not stop the next.
 *
 * @throws Refusal `ERR_BUSY` when too many wait
 */
export function createQueue(most = MOST_WAITING): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (task) => {
    if (waiting > most) throw new Refusal('ERR_BUSY');
    waiting++;
    const run = last.then(task, task);
    last = run.catch(() => undefined);
    return run.finally(() => waiting--);
  };
}
