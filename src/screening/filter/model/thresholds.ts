/** Shares of honest comments, in per cent, whose thresholds a model knows. */
export const SHARES = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] as const;

/**
 * Comments whose scores honest people exceed alike: by the text's language, and by whether its author states a page. What is in
 * another language counts as the site's.
 */
export const groups = ['fr', 'fr-page', 'en', 'en-page'] as const;
export type Group = (typeof groups)[number];

/** What a group's comments have to reach: by their worst stretch to be held, as a whole to be called spam. */
export type GroupThresholds = { readonly hold: Thresholds; readonly spam: Thresholds };

/** For each of `SHARES` the log-odds that so many honest comments exceed; falling. */
export type Thresholds = readonly number[];

/**
 * The log-odds from which a comment belongs to the given share of honest comments that score highest, in per cent; between
 * and beyond the known shares by the logarithm of the share. `null` is never reached.
 */
export const thresholdFor = (thresholds: Thresholds, percent: number | null): number => {
  if (percent === null) return Number.POSITIVE_INFINITY;
  const found = SHARES.findIndex((share) => share >= percent);
  const above = Math.max(1, found === -1 ? SHARES.length - 1 : found);
  const [from, to] = [above - 1, above].map((at) => ({
    share: Math.log(SHARES[at] ?? 1),
    odds: thresholds[at] ?? 0,
  })) as [Point, Point];
  const slope = Math.min(0, (to.odds - from.odds) / (to.share - from.share));
  return from.odds + slope * (Math.log(percent) - from.share);
};

type Point = { readonly share: number; readonly odds: number };
