/** What the audit trail is asked for, by the names of the API. */
export type AuditQuery = Readonly<Record<string, string>>;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * A query whose days (yyyy-mm-dd) are days of the site's clock, as the moments that the API takes: the first of `since` and the last of
 * `until`.
 */
export const momentsOf = ({ since, until, ...query }: AuditQuery, timeZone: string): AuditQuery => ({
  ...query,
  ...(since === undefined ? {} : { since: momentOf(startOfDay(since, timeZone)) }),
  ...(until === undefined ? {} : { until: momentOf(startOfDay(dayAfter(until), timeZone) - 1) }),
});

const momentOf = (ms: number): string => new Date(ms).toISOString();
const dayAfter = (day: string): string => momentOf(Date.parse(day) + DAY_MS).slice(0, 10);

/** The first moment of a day by a clock, in milliseconds since 1970. */
const startOfDay = (day: string, timeZone: string): number => {
  const midnight = Date.parse(day);
  // The clock may have been set between the two midnights.
  const guess = midnight - offsetAt(midnight, timeZone);
  const start = midnight - offsetAt(guess, timeZone);
  // Where it is put forward at midnight, that is no moment, and an hour too early.
  return start + offsetAt(start, timeZone) < midnight ? guess : start;
};

/** How many milliseconds a clock is ahead of UTC at a moment. */
const offsetAt = (ms: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(ms);
  const { value = '' } = parts.find(({ type }) => type === 'timeZoneName') ?? {};
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(value) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS;
};
