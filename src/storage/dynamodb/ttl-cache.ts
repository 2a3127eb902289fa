export type CacheOptions = {
  /** Milliseconds an entry lives, so a changed policy reaches every function at most that late. 0 caches nothing. */
  readonly ttlMs: number;
  readonly now: () => number;
  /** Changes whenever the database reports that a site or its memory was written; entries of another revision are stale. */
  readonly revision?: (() => string) | undefined;
};

/** An in-memory cache with one entry per site; entries live `ttlMs` milliseconds. */
export const ttlCache = <T>({ ttlMs, now, revision = () => '' }: CacheOptions) => {
  const entries = new Map<string, { readonly value: T; readonly until: number; readonly asOf: string }>();
  return {
    /**
     * Looks up a site's entry. On a miss, read the value after this call and pass it to `keep`: the entry then has the
     * revision from before that read, so a write in between makes it stale.
     */
    read: (site: string) => {
      const asOf = revision();
      const entry = entries.get(site);
      return {
        known: entry && entry.until > now() && entry.asOf === asOf ? entry.value : undefined,
        keep: (value: T): T => {
          entries.set(site, { value, until: now() + ttlMs, asOf });
          return value;
        },
      };
    },
  };
};
