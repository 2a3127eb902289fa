export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Days for which it is known what happened on them: longer than networks and comments are kept, so that every job still finds its days. */
export const DAYS_KEPT = 400;

/** A clock outside these bounds is broken: no comment is older than this software, and seconds are stored in 32 bits. */
const FIRST = Date.UTC(2026, 0, 1);
const LAST = Date.UTC(2106, 0, 1);

export const isImpossible = (now: number): boolean => now < FIRST || now >= LAST;

/** Clocks of one service differ by less than this, so an entry of a later time was written by a clock that was ahead. */
const AHEAD_MS = HOUR_MS;
export const futureFrom = (now: number): number => now + AHEAD_MS;

/** The day of a time in milliseconds since 1970, in UTC, as yyyy-mm-dd. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Whether a text is a day of the calendar, as yyyy-mm-dd. */
export const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  // JavaScript takes 30 February for a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
