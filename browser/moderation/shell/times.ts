/** Says times and spans, by the clock of the site. */
export type Times = {
  /** `il y a 12 min` */
  readonly ago: (at: string, now: number) => string;
  /** `3 h` */
  readonly span: (seconds: number) => string;
  /** `14 juillet 2026 à 12:03` */
  readonly exact: (at: string) => string;
  /** `12:03` */
  readonly clock: (at: string) => string;
  /** `à 12:03`, or with the day where that is another than now. */
  readonly when: (at: string, now: number) => string;
  readonly day: (date: string) => string;
};

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** @param justNow says that it was less than a minute ago */
export const timesIn = (locale: string, timeZone: string, justNow: string): Times => {
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' });
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const largest = (seconds: number) => units.find(([, size]) => seconds >= size) ?? (['minute', 60] as const);
  const isFrench = locale.startsWith('fr');
  // `1er décembre`, which Intl does not know.
  const named = (date: string) => (isFrench ? date.replace(/^1\b/, '1er') : date);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  return {
    ago: (at, now) => {
      const seconds = Math.max(0, (now - Date.parse(at)) / 1000);
      const [unit, size] = largest(seconds);
      if (seconds < size) return justNow;
      return relative.format(-Math.floor(seconds / size), unit);
    },
    span: (seconds) => {
      const [unit, size] = largest(seconds);
      const count = Math.max(1, Math.floor(seconds / size));
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
    },
    exact: (at) => named(exact.format(Date.parse(at))),
    clock: (at) => clock.format(Date.parse(at)),
    when: (at, now) => {
      const moment = Date.parse(at);
      if (date.format(moment) === date.format(now)) return `${isFrench ? 'à' : 'at'} ${clock.format(moment)}`;
      return `${isFrench ? 'le' : 'on'} ${named(exact.format(moment))}`;
    },
    day: (date) => named(day.format(Date.parse(date))),
  };
};
