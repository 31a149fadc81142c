/** Ends the older of two requests that stand in the same place. */
export interface Places {
  /**
   * Runs `ask` in the place `key`. Whatever was under way there is aborted, after `ask` has begun, so that
   * two that are the same can share one request.
   */
  take<T>(key: string, signal: AbortSignal | undefined, ask: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

export function createPlaces(): Places {
  const held = new Map<string, AbortController>();
  return {
    take(key, signal, ask) {
      const older = held.get(key);
      const controller = new AbortController();
      held.set(key, controller);
      const answer = ask(signal ? AbortSignal.any([signal, controller.signal]) : controller.signal);
      older?.abort(new DOMException('A newer query has taken the place of this one', 'AbortError'));
      return answer.finally(() => {
        if (held.get(key) === controller) held.delete(key);
      });
    },
  };
}
