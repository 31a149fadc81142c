/** Lets a number of tasks run at a time; the others wait in the order in which they came. */
export interface Semaphore {
  /**
   * Runs the task when there is room.
   *
   * @throws the signal's reason when it aborts while the task waits; the task then never runs
   */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

export function createSemaphore(places: number): Semaphore {
  let free = places;
  const waiting = new Set<() => void>();
  const enter = (signal: AbortSignal | undefined): Promise<void> => {
    signal?.throwIfAborted();
    if (free > 0) {
      free--;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const proceed = (): void => {
        signal?.removeEventListener('abort', giveUp);
        waiting.delete(proceed);
        resolve();
      };
      const giveUp = (): void => {
        waiting.delete(proceed);
        reject(signal?.reason);
      };
      waiting.add(proceed);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  };
  const leave = (): void => {
    const [next] = waiting;
    if (next) next();
    else free++;
  };
  return {
    async run(task, signal) {
      await enter(signal);
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
}
