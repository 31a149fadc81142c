interface Flight {
  readonly answer: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
}

/** Lets everyone who asks the same at the same time wait for one request. */
export interface SharedFlights {
  /**
   * Joins the request under `id`, or starts it. It is cancelled when the last one who waits has left.
   * The same `id` must always mean the same kind of answer.
   */
  join<T>(
    id: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T>;
  /** Ends every request under way. */
  abortAll(reason: unknown): void;
}

export function createSharedFlights(): SharedFlights {
  const flights = new Map<string, Flight>();

  const takeOff = (id: string, start: (signal: AbortSignal) => Promise<unknown>): Flight => {
    const controller = new AbortController();
    const answer = start(controller.signal).finally(() => {
      if (flights.get(id) === flight) flights.delete(id);
    });
    const flight: Flight = { answer, controller, waiting: 0 };
    flights.set(id, flight);
    return flight;
  };

  return {
    join<T>(
      id: string,
      signal: AbortSignal | undefined,
      start: (signal: AbortSignal) => Promise<T>,
    ): Promise<T> {
      if (signal?.aborted) return Promise.reject(signal.reason);
      const flight = flights.get(id) ?? takeOff(id, start);
      flight.waiting++;
      return new Promise<T>((resolve, reject) => {
        const leave = (): void => {
          flight.waiting--;
          if (flight.waiting === 0) {
            if (flights.get(id) === flight) flights.delete(id);
            flight.controller.abort(signal?.reason);
          }
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', leave, { once: true });
        (flight.answer as Promise<T>)
          .then(resolve, reject)
          .finally(() => signal?.removeEventListener('abort', leave));
      });
    },
    abortAll(reason) {
      for (const { controller } of flights.values()) controller.abort(reason);
      flights.clear();
    },
  };
}
