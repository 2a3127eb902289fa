/** A cache's limits. */
export type CacheLimits = {
  readonly entriesMax: number;
  /** Maximum total size of all entries, as given to `put` and `grow`. */
  readonly bytesMax: number;
};

export type Cache<Value> = {
  /** The unexpired value of a key; it becomes the most recently used. */
  readonly get: (key: string, nowMs: number) => Value | undefined;
  /** Keeps a value until `untilMs`; one that is larger than the whole cache is not kept. */
  readonly put: (key: string, value: Value, size: Size, nowMs: number) => void;
  /** Adds to the size of a value; does nothing if the key now has another value. */
  readonly grow: (key: string, value: Value, bytes: number) => void;
  readonly drop: (key: string) => void;
  readonly size: () => { readonly entries: number; readonly bytes: number };
};

type Size = { readonly bytes: number; readonly untilMs: number };
type Entry<Value> = { readonly value: Value; readonly untilMs: number; bytes: number };

/**
 * An LRU map with two bounds. Each `put` also evicts all expired entries.
 * It has no clock: every call passes the time, in milliseconds.
 */
export const createCache = <Value>({ entriesMax, bytesMax }: CacheLimits): Cache<Value> => {
  const { entries, weight, add, grow, drop } = weighed<Value>();
  const dropExpired = (nowMs: number) => {
    for (const [key, { untilMs }] of entries) if (untilMs <= nowMs) drop(key);
  };
  const shrink = () => {
    for (const key of entries.keys()) {
      if (entries.size <= entriesMax && weight() <= bytesMax) return;
      drop(key);
    }
  };

  return {
    get: (key, nowMs) => {
      const entry = entries.get(key);
      if (!entry) return undefined;
      drop(key);
      if (entry.untilMs <= nowMs) return undefined;
      add(key, entry);
      return entry.value;
    },
    put: (key, value, size, nowMs) => {
      drop(key);
      dropExpired(nowMs);
      if (size.bytes > bytesMax || size.untilMs <= nowMs) return;
      add(key, { value, ...size });
      shrink();
    },
    grow: (key, value, more) => {
      const entry = entries.get(key);
      if (entry?.value !== value) return;
      grow(entry, more);
      shrink();
    },
    drop,
    size: () => ({ entries: entries.size, bytes: weight() }),
  };
};

/** Entries in insertion order, and their total size. */
const weighed = <Value>() => {
  // A Map keeps the order of insertion: the first entry is the least recently used.
  const entries = new Map<string, Entry<Value>>();
  let bytes = 0;
  return {
    entries: entries as ReadonlyMap<string, Entry<Value>>,
    weight: () => bytes,
    /** The key must be free. */
    add: (key: string, entry: Entry<Value>) => {
      entries.set(key, entry);
      bytes += entry.bytes;
    },
    grow: (entry: Entry<Value>, more: number) => {
      entry.bytes += more;
      bytes += more;
    },
    drop: (key: string) => {
      bytes -= entries.get(key)?.bytes ?? 0;
      entries.delete(key);
    },
  };
};
