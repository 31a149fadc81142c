/** Keeps what was used last, up to a number of bytes. */
export interface ByteCache<T> {
  /** What is kept, which is then the last used. */
  find(key: string): T | undefined;
  keep(key: string, thing: T): void;
  /** What is kept, or else loaded and kept: once, even when asked for twice at a time. */
  get(key: string, load: () => Promise<T>): Promise<T>;
}

/**
 * @param limit bytes kept at most; a single larger thing is kept until the next comes
 * @param bytesOf size of a thing
 */
export function createByteCache<T>(limit: number, bytesOf: (thing: T) => number): ByteCache<T> {
  const loading = new Map<string, Promise<T>>();
  const kept = new Map<string, { readonly thing: T; readonly bytes: number }>();
  let bytes = 0;
  const drop = (key: string): void => {
    bytes -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  const keep = (key: string, thing: T): void => {
    drop(key);
    const entry = { thing, bytes: bytesOf(thing) };
    kept.set(key, entry);
    bytes += entry.bytes;
    for (const oldest of kept.keys()) {
      if (bytes <= limit || kept.size === 1) return;
      drop(oldest);
    }
  };
  const find = (key: string): T | undefined => {
    const entry = kept.get(key);
    if (!entry) return undefined;
    // A map keeps the order of insertion: the last used goes to the end.
    kept.delete(key);
    kept.set(key, entry);
    return entry.thing;
  };
  return {
    find,
    keep,
    async get(key, load) {
      const known = find(key);
      if (known !== undefined) return known;
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
