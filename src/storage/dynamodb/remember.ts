export type Remembering = {
  /** Milliseconds a site is remembered: a changed policy reaches every function that late. 0 reads it every time. */
  readonly keepMs: number;
  readonly now: () => number;
  /** Differs whenever a site or what it learned may have changed, where the database tells: nothing older is remembered then. */
  readonly revision?: (() => string) | undefined;
};

/** What was read of sites, each for `keepMs` since it was read. */
export const remember = <T>({ keepMs, now, revision = () => '' }: Remembering) => {
  const kept = new Map<string, { readonly value: T; readonly until: number; readonly asOf: string }>();
  return {
    /** What is known of a site, unless it must be read again; and `keep` for what is then read, beginning after this call. */
    recall: (site: string) => {
      const asOf = revision();
      const known = kept.get(site);
      return {
        known: known && known.until > now() && known.asOf === asOf ? known.value : undefined,
        keep: (value: T): T => {
          kept.set(site, { value, until: now() + keepMs, asOf });
          return value;
        },
      };
    },
    forget: (site: string): void => {
      kept.delete(site);
    },
  };
};
