export type Remembering = {
  /** Milliseconds a site is remembered: a changed policy reaches every function that late. 0 reads it every time. */
  readonly keepMs: number;
  readonly now: () => number;
};

/** What was read of sites, each for `keepMs` since it was read. */
export const remember = <T>({ keepMs, now }: Remembering) => {
  const kept = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    /** What need not be read again yet. */
    known: (site: string): T | undefined => {
      const { value, until = 0 } = kept.get(site) ?? {};
      return until > now() ? value : undefined;
    },
    keep: (site: string, value: T): T => {
      kept.set(site, { value, until: now() + keepMs });
      return value;
    },
    forget: (site: string): void => {
      kept.delete(site);
    },
  };
};
