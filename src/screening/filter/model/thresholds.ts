/** The shares of honest comments, in per cent, for which a model stores thresholds. */
export const SHARES = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] as const;

/**
 * Groups of comments whose honest scores are distributed alike: by the text's language, and by whether the
 * author states a page. Texts in other languages count as texts in the site's.
 */
export const groups = ['fr', 'fr-page', 'en', 'en-page'] as const;
export type Group = (typeof groups)[number];

/** A group's thresholds: for the worst passage, to hold a comment, and for the whole, to call it spam. */
export type GroupThresholds = { readonly hold: Thresholds; readonly spam: Thresholds };

/** For each of `SHARES`, the log-odds that this share of honest comments exceeds; never rising. */
export type Thresholds = readonly number[];

/**
 * The log-odds that `percent` of honest comments exceed. Interpolates, and extrapolates, by the logarithm of
 * the share. `null` gives a threshold that is never reached.
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
