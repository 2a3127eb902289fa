import { toItem } from './attributes.ts';
import { dayKey } from './keys.ts';

/** Longer than any network or comment is kept, so that every job still finds its days. */
const DAY_KEPT_S = 400 * 86_400;

/** Says that something happened to an article on a day (UTC, yyyy-mm-dd). Writing it again changes nothing. */
export const dayItem = (site: string, day: string, article: string) =>
  toItem({ ...dayKey(site, day, article), expiresAt: Date.parse(day) / 1000 + DAY_KEPT_S });

/** The day (UTC) of a moment in milliseconds since 1970. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
