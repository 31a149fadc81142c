/** Keeps what was used last, up to a number of bytes, and loads each thing once even when asked for twice at a time. */
export interface TableCache<T> {
  get(key: string, load: () => Promise<T>): Promise<T>;
}

/**
 * @param limit bytes kept at most; a single larger thing is kept until the next comes
 * @param bytesOf size of a thing
 */
export function createTableCache<T>(limit: number, bytesOf: (thing: T) => number): TableCache<T> {
  const loading = new Map<string, Promise<T>>();
  const kept = new Map<string, { readonly thing: T; readonly bytes: number }>();
  let bytes = 0;
  const keep = (key: string, thing: T): void => {
    const entry = { thing, bytes: bytesOf(thing) };
    kept.set(key, entry);
    bytes += entry.bytes;
    for (const [oldest, { bytes: freed }] of kept) {
      if (bytes <= limit || kept.size === 1) return;
      kept.delete(oldest);
      bytes -= freed;
    }
  };
  return {
    async get(key, load) {
      const entry = kept.get(key);
      if (entry) {
        // A map keeps the order of insertion: the last used goes to the end.
        kept.delete(key);
        kept.set(key, entry);
        return entry.thing;
      }
      const pending = loading.get(key);
      if (pending) return pending;
      const started = load();
      loading.set(key, started);
      try {
        const thing = await started;
        keep(key, thing);
        return thing;
      } finally {
        loading.delete(key);
      }
    },
  };
}
